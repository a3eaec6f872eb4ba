import { type Given, given, onDay } from '@app/decider/spec';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { territoryEvolution, type TerritoryTree } from './territory.decider';
import { territoryBoundaryChanged, territoryDefined, territoryEnded, territoryRenamed } from './territory.events';
import { placesAbove, placesIn } from './territory.places';

const unit = (code: string, ...parents: string[]) => ({ code, name: { nl: code }, ...(parents.length > 0 ? { parents } : {}) });
const from = (day: string) => ({ occurred: onDay(day) });

const history: readonly Given[] = [
  [territoryDefined, { hierarchy: '2011', level: 'region', units: [unit('R')] }, from('2011-01-01')],
  [territoryDefined, { hierarchy: '2011', level: 'outside', units: [unit('outside')] }, from('2011-01-01')],
  [territoryDefined, { hierarchy: '2011', level: 'commune', units: [unit('A', 'R'), unit('B', 'R'), unit('C', 'R')] }, from('2011-01-01')],
  [
    territoryDefined,
    { hierarchy: '2011', level: 'sector', units: [unit('A1', 'A'), unit('A2', 'A'), unit('AB', 'A', 'B')] },
    from('2011-01-01'),
  ],
  [territoryDefined, { hierarchy: '2022', level: 'zone', units: [unit('N', 'R'), unit('S', 'R')] }, from('2022-01-01')],
  [
    territoryBoundaryChanged,
    {
      hierarchy: '2022',
      changes: [
        { code: 'A', parents: ['N'] },
        { code: 'B', parents: ['N'] },
      ],
    },
    from('2022-01-01'),
  ],
];
const tree = (...more: readonly Given[]): TerritoryTree => given(territoryEvolution, [...history, ...more]).state;

/** The places of a container as text, in order: `A 2022..2026`. */
const told = (container: string, ...more: readonly Given[]): readonly string[] =>
  placesIn(tree(...more), container)
    .map((stay) => `${stay.code} ${stay.from.slice(0, 4)}..${stay.until?.slice(0, 4) ?? ''}`)
    .sort();

describe('the places in another', () => {
  it('are those below it, itself included, from the day on which they lie there', () => {
    expect(told('A')).toEqual(['A 2011..', 'A1 2011..', 'A2 2011..']);
    expect(told('N')).toEqual(['A 2022..', 'A1 2022..', 'A2 2022..', 'AB 2022..', 'B 2022..', 'N 2022..']);
    expect(told('S')).toEqual(['S 2022..']);
  });

  it('are not those that lie over it and another', () => {
    const split: Given = [territoryBoundaryChanged, { hierarchy: '2024', changes: [{ code: 'B', parents: ['S'] }] }, from('2024-01-01')];
    expect(told('N', split)).toContain('AB 2022..2024');
    expect(told('S', split)).toEqual(['B 2024..', 'S 2022..']);
    expect(told('R', split)).toContain('AB 2011..');
  });

  it('keep for the past what a later boundary changes', () => {
    const moved: Given = [territoryBoundaryChanged, { hierarchy: '2026', changes: [{ code: 'A', parents: ['S'] }] }, from('2026-01-01')];
    expect(told('N', moved)).toEqual(['A 2022..2026', 'A1 2022..2026', 'A2 2022..2026', 'AB 2022..2026', 'B 2022..', 'N 2022..']);
    expect(told('S', moved)).toEqual(['A 2026..', 'A1 2026..', 'A2 2026..', 'S 2022..']);
  });

  it('are said in whatever order the changes were recorded', () => {
    const early: Given = [territoryBoundaryChanged, { hierarchy: '2023', changes: [{ code: 'C', parents: ['N'] }] }, from('2023-01-01')];
    const late: Given = [territoryBoundaryChanged, { hierarchy: '2025', changes: [{ code: 'C', parents: ['S'] }] }, from('2025-01-01')];
    for (const order of [
      [early, late],
      [late, early],
    ]) {
      expect(told('N', ...order).filter((stay) => stay.startsWith('C'))).toEqual(['C 2023..2025']);
      expect(told('S', ...order).filter((stay) => stay.startsWith('C'))).toEqual(['C 2025..']);
    }
  });

  it('come back as a second stay', () => {
    const away: Given = [territoryBoundaryChanged, { hierarchy: '2024', changes: [{ code: 'A', parents: ['S'] }] }, from('2024-01-01')];
    const back: Given = [territoryBoundaryChanged, { hierarchy: '2026', changes: [{ code: 'A', parents: ['N'] }] }, from('2026-01-01')];
    expect(told('N', away, back).filter((stay) => stay.startsWith('A '))).toEqual(['A 2022..2024', 'A 2026..']);
  });

  it('end with what they are, and with what holds them', () => {
    expect(told('N', [territoryEnded, { hierarchy: '2026', codes: ['A1'] }, from('2026-01-01')])).toContain('A1 2022..2026');
    const gone: Given = [territoryBoundaryChanged, { hierarchy: '2026', changes: [{ code: 'N', into: ['S'] }] }, from('2026-01-01')];
    expect(told('N', gone)).toEqual(['A', 'A1', 'A2', 'AB', 'B', 'N'].map((code) => `${code} 2022..2026`));
  });

  it('do not move with a name', () => {
    expect(told('N', [territoryRenamed, { code: 'A', name: { nl: 'Z' } }, from('2024-01-01')])).toEqual(told('N'));
  });

  it('are none where nothing of that name is', () => {
    expect(told('X')).toEqual([]);
    expect(told('outside')).toEqual(['outside 2011..']);
    expect(told('R').some((stay) => stay.startsWith('outside'))).toBe(false);
  });
});

describe('the published places of a care zone', () => {
  const folder = join(__dirname, '../../../../data/territories');
  const definitions = {
    'define-territories': territoryDefined,
    'change-territory-boundaries': territoryBoundaryChanged,
    'rename-territory': territoryRenamed,
  };
  type Line = { readonly command: keyof typeof definitions; readonly body: { readonly occurred: { readonly from: string } } };
  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Line);
  const { state } = given(
    territoryEvolution,
    lines.map(({ command, body: { occurred, ...data } }): Given => [definitions[command], data, from(occurred.from)]),
  );
  const ZONES = ['Z-N', 'Z-NO', 'Z-ZO', 'Z-Z', 'Z-CW'];
  const inZone = (level: string) =>
    ZONES.map((zone) => placesIn(state, zone).filter(({ code }) => state.units.get(code)?.level === level).length);

  it('begin in 2022: before, a commune has no zone', () => {
    const stays = ZONES.flatMap((zone) => placesIn(state, zone));
    expect([...new Set(stays.map(({ from: since, until }) => `${since} ${until ?? ''}`))]).toEqual(['2022-01-01 ']);
  });

  it('are 18 communes, and never Brussels-City by its commune alone', () => {
    expect(inZone('commune')).toEqual([4, 3, 4, 5, 2]);
    const zonesOf = (code: string) => ZONES.filter((zone) => placesIn(state, zone).some((stay) => stay.code === code));
    expect(zonesOf('21004')).toEqual([]);
    expect(zonesOf('1000')).toEqual([]);
    expect(['1020', '1120', '1130'].map(zonesOf)).toEqual([['Z-N'], ['Z-N'], ['Z-N']]);
  });

  it('are sectors through their commune, and of Brussels-City those that a postal code places: 66 remain without a zone', () => {
    // Typed from the list of the statistical office, commune by commune.
    expect(inZone('sector')).toEqual([18 + 19 + 19 + 9 + 41, 30 + 14 + 52, 36 + 20 + 39 + 35, 39 + 50 + 26 + 51 + 35, 79 + 46]);
    expect(724 - inZone('sector').reduce((sum, n) => sum + n, 0)).toBe(66);
  });

  it('are quarters of one zone; the one that two zones list is of neither', () => {
    expect(inZone('quarter')).toEqual([2, 3, 0, 0, 0]);
    expect(placesIn(state, '04000').some(({ code }) => code === 'Q-nord')).toBe(true);
  });

  it('leave out what has no zone, and all that is outside the Region', () => {
    expect(placesIn(state, 'no-zone').map(({ code }) => code)).toEqual(['no-zone']);
    expect(placesIn(state, '04000').some(({ code }) => code === 'no-zone')).toBe(true);
    expect(placesIn(state, '04000').some(({ code }) => code === 'outside')).toBe(false);
  });
});

describe('the places above another', () => {
  it('are all that it lies in or over, on any day, nearest first', () => {
    expect(placesAbove(tree(), 'A1')).toEqual(['A', 'R', 'N']);
    expect(placesAbove(tree(), 'AB')).toEqual(['A', 'B', 'R', 'N']);
  });

  it('are none for the widest, and for what is not in the tree', () => {
    expect(placesAbove(tree(), 'R')).toEqual([]);
    expect(placesAbove(tree(), 'nowhere')).toEqual([]);
  });
});
