import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { terms } from '@app/partnership';
import { systemIds, type SystemRow, systemRows, systemsPage } from '../support/systems-page';

const rows = systemRows();
const emptyParts = ({ id, commands, events, indicators }: SystemRow): readonly string[] =>
  Object.entries({ commands, events, indicators }).flatMap(([part, names]) => (names.length === 0 ? [`${id}: no ${part}`] : []));

describe('the systems of the field', () => {
  it('are SYS-01 to SYS-72, each named in three languages', () => {
    expect(systemIds).toEqual(Array.from({ length: 72 }, (_, n) => `SYS-${String(n + 1).padStart(2, '0')}`));
    expect(rows.filter(({ names }) => [names.nl, names.fr, names.en].some((name) => name.trim() === ''))).toEqual([]);
  });

  it('are all that commands serve, and every command serves one', () => {
    const served = terms.flatMap(({ commands }) => commands.map(({ name, systems }) => ({ name, systems })));
    expect(served.filter(({ systems }) => systems.length === 0 || systems.some((system) => !systemIds.includes(system)))).toEqual([]);
  });

  it('can each be recorded and counted', () => {
    expect(rows.flatMap(emptyParts)).toEqual([]);
  });

  it('stand in their page as they are: npm run docs:systems', () => {
    expect(readFileSync(join(__dirname, '../../docs/reference/systems.md'), 'utf8')).toBe(systemsPage(rows));
  });

  it('show what serves them: a known one', () => {
    const row = rows.find(({ id }) => id === 'SYS-16')!;
    expect(row.commands).toContain('hold-exchange-group-meeting');
    expect(row.events).toContain('ExchangeGroupMeetingHeld');
    expect(row.indicators).toEqual(expect.arrayContaining(['exchange-attendances', 'exchange-sessions', 'exchange-unique-attendants']));
    expect(row.indicators).not.toContain('helpdesk-calls');
  });

  it('are told when nothing serves one (planted defect)', () => {
    expect(emptyParts({ ...rows[0]!, indicators: [] })).toEqual(['SYS-01: no indicators']);
  });
});
