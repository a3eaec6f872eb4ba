import { definitions } from '../definitions';
import { isSmallCell } from './columns';
import type { ExportRow } from './export-rows';

const row = (subjectKind: 'care' | 'professional', value: number, num?: number): ExportRow => {
  const definition = { ...definitions.get('meetings-held')!, subjectKind };
  const figure = { countKind: 'meeting', shown: 'computed', value, lo: value, hi: value, computed: { facts: 1, num } };
  return { definition, period: '2021', place: 'whole', figure } as unknown as ExportRow;
};

describe('a small cell', () => {
  it.each([
    [0, false],
    [1, true],
    [4, true],
    [5, false],
  ])('is one to four about people in care (%i)', (value, small) => {
    expect(isSmallCell(row('care', value))).toBe(small);
    expect(isSmallCell(row('professional', value))).toBe(false);
  });

  it('may stand under a share', () => expect(isSmallCell(row('care', 50, 2))).toBe(true));
});
