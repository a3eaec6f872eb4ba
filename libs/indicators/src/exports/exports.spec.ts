import { definitions } from '../definitions';
import { isSmallCell } from './columns';
import type { PinnedExport } from './export-query';
import type { ExportRow } from './export-rows';
import { statusOf } from './sdmx';
import { MOST_ROWS, xlsx } from './xlsx';

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

describe('a workbook', () => {
  const figure = { period: { from: '2021-01-01', to: '2021-12-31' }, asOf: '2021-12-31', knownOn: '2022-01-01', claims: [] };
  const one = { ...row('care', 7), figure: { ...row('care', 7).figure, ...figure } } as unknown as ExportRow;
  const pinned = { query: { indicators: 'all', period: '2021' }, asOf: '2021-12-31', knownOn: '2022-01-01' } as unknown as PinnedExport;
  let asked = 0;
  async function* rows(count: number): AsyncGenerator<ExportRow> {
    for (asked = 0; asked < count;) {
      asked++;
      yield one;
    }
  }

  it('is made of a few figures', async () => {
    const [file] = await Array.fromAsync(xlsx(rows(3), 'nl', pinned));
    expect(Buffer.from(file!).toString('latin1', 0, 2)).toBe('PK');
  });

  it('is refused at the first figure that it does not hold, and no further one is asked for', async () => {
    await expect(Array.fromAsync(xlsx(rows(MOST_ROWS + 5), 'nl', pinned))).rejects.toMatchObject({
      code: 'query.too-many-figures',
      field: 'format',
    });
    expect(asked).toBe(MOST_ROWS + 1);
  });
});

describe('the status of an observation', () => {
  const shown = (figure: object) =>
    statusOf({ ...row('care', 7), figure: { ...row('care', 7).figure, coverage: 'complete', exactness: 'exact', ...figure } });

  it.each([
    ['A', {}],
    ['P', { provisional: true }],
    ['U', { coverage: 'partial' }],
    ['A', { coverage: 'partial', shown: 'claim' }],
    ['E', { exactness: 'approximate' }],
    ['V', { exactness: 'by-reading' }],
    ['D', { shown: 'claim', countKind: 'session', provisional: true }],
    ['M', { value: null, refusal: { code: 'figure.mixed-count-kinds' } }],
    ['M', { value: null, shown: 'none', absence: 'not-begun' }],
    ['L', { value: null, shown: 'none', absence: 'not-recorded' }],
    ['O', { value: null, shown: 'disputed' }],
    ['O', { value: null, lo: 3, hi: 9 }],
  ])('%s for %j', (status, figure) => expect(shown(figure)).toBe(status));
});
