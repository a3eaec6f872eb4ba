import { type Given, given, onDay, recorded } from '@app/decider/spec';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  changeTerritoryBoundaries,
  defineTerritories,
  endTerritories,
  placeProblem,
  renameTerritory,
  territoryEvolution,
} from './territory.decider';
import {
  territoryBoundaryChanged,
  type TerritoryBoundaryChangedData,
  territoryDefined,
  type TerritoryDefinedData,
  territoryEnded,
  type TerritoryEndedData,
  territoryRenamed,
  type TerritoryRenamedData,
} from './territory.events';
import { territoryFacts } from './territory.facts';
import { publishedTerritories, referenceOf } from './territory.published';

const named = (word: string) => ({ nl: word, fr: word });
const since2011 = { occurred: onDay('2011-01-01') };
const since2022 = { occurred: onDay('2022-01-01') };

const region = { hierarchy: '2011', level: 'region', units: [{ code: '04000', name: named('Gewest') }] } as const;
const communes = {
  hierarchy: '2011',
  level: 'commune',
  units: [
    { code: '21001', name: named('A'), parents: ['04000'] },
    { code: '21004', name: named('B'), parents: ['04000'] },
  ],
} as const;
const zones = {
  hierarchy: '2022',
  level: 'zone',
  units: [
    { code: 'Z-N', name: named('Noord'), parents: ['04000'] },
    { code: 'Z-Z', name: named('Zuid'), parents: ['04000'] },
  ],
} as const;
const moved = { hierarchy: '2022', changes: [{ code: '21001', parents: ['Z-N'] }] } as const;
const south = { hierarchy: '2026', changes: [{ code: 'Z-Z', into: ['Z-N'] }] } as const;
const since2026 = { occurred: onDay('2026-01-01') };

const history: readonly Given[] = [
  [territoryDefined, region, since2011],
  [territoryDefined, communes, since2011],
  [territoryDefined, zones, since2022],
];
const empty = given(territoryEvolution, []);
const tree = given(territoryEvolution, history);
const after = (...more: readonly Given[]) => given(territoryEvolution, [...history, ...more]);

describe('define territories', () => {
  it('records units of one level from a day on', () => {
    expect(empty.then(defineTerritories, region, since2011)).toEqual([['TerritoryDefined', region]]);
  });

  it('records what is new of a list', () => {
    const more = { ...zones, units: [...zones.units, { code: 'no-zone', name: named('Zonder'), parents: ['04000'] }] };
    expect(tree.then(defineTerritories, more, since2022)).toEqual([['TerritoryDefined', { ...zones, units: more.units.slice(2) }]]);
  });

  it('says nothing twice, whatever came later', () => {
    const later = after(
      [territoryBoundaryChanged, moved, since2022],
      [territoryRenamed, { code: '21001', name: named('C') }, since2022],
      [territoryEnded, { hierarchy: '2026', codes: ['21001'] }, since2026],
    );
    expect(later.then(defineTerritories, communes, since2011)).toEqual([]);
  });

  const unit = (code: string, parents?: readonly string[]) => ({ code, name: named('U'), ...(parents ? { parents } : {}) });

  it('refuses what contradicts the tree', () => {
    const define = (command: TerritoryDefinedData, at = since2022) => tree.refuses(defineTerritories, command, at);
    const quarter = (...units: TerritoryDefinedData['units']) => ({ hierarchy: '2022', level: 'quarter', units }) as const;
    expect(define(quarter(unit('Q', ['Z-N']), unit('Q', ['Z-N'])))).toBe('territory.twice-in-list');
    expect(define({ ...zones, units: [unit('Z-N', ['04000'])] })).toBe('territory.already-defined');
    expect(define(communes)).toBe('territory.already-defined');
    expect(define(quarter(unit('Q', ['Z-N'])), since2026)).toBe('territory.edition-begins-otherwise');
    expect(define(quarter(unit('Q')))).toBe('territory.parent-needed');
    expect(define(quarter(unit('Q', ['Z-X'])))).toBe('territory.unknown-parent');
    expect(define({ ...quarter(unit('Q', ['Z-N'])), hierarchy: '2011' }, since2011)).toBe('territory.unknown-parent');
    expect(define({ hierarchy: '2022', level: 'zone', units: [unit('Z-O', ['21001'])] })).toBe('territory.parent-not-above');
  });

  it('is corrected by saying it again', () => {
    const corrected = after([territoryDefined, { ...zones, units: zones.units.slice(0, 1) }, { ...since2022, corrects: idOf(2) }]);
    expect(corrected.state.units.has('Z-Z')).toBe(false);
    expect(corrected.then(defineTerritories, { ...zones, units: zones.units.slice(0, 1) }, since2022)).toEqual([]);
  });
});

const idOf = (revision: number): string => `00000000-0000-8000-8000-${String(revision).padStart(12, '0')}`;

describe('change territory boundaries', () => {
  it('records where units lie from now on, and what takes the place of those that are no more', () => {
    expect(tree.then(changeTerritoryBoundaries, moved, since2022)).toEqual([['TerritoryBoundaryChanged', moved]]);
    expect(tree.then(changeTerritoryBoundaries, south, since2026)).toEqual([['TerritoryBoundaryChanged', south]]);
  });

  it('records what is new of a list', () => {
    const more = { hierarchy: '2022', changes: [...moved.changes, { code: '21004', parents: ['Z-Z'] }] };
    expect(after([territoryBoundaryChanged, moved, since2022]).then(changeTerritoryBoundaries, more, since2022)).toEqual([
      ['TerritoryBoundaryChanged', { ...more, changes: more.changes.slice(1) }],
    ]);
  });

  it('says nothing twice, whatever came later', () => {
    const later = after(
      [territoryBoundaryChanged, moved, since2022],
      [territoryBoundaryChanged, { hierarchy: '2024', changes: [{ code: '21001', parents: ['Z-Z'] }] }, { occurred: onDay('2024-01-01') }],
      [territoryBoundaryChanged, south, since2026],
    );
    expect(later.then(changeTerritoryBoundaries, moved, since2022)).toEqual([]);
    expect(later.then(changeTerritoryBoundaries, south, since2026)).toEqual([]);
  });

  it('refuses what contradicts the tree', () => {
    const change = (changes: TerritoryBoundaryChangedData['changes'], at = since2026, hierarchy = '2026') =>
      after([territoryBoundaryChanged, moved, since2022], [territoryBoundaryChanged, south, since2026]).refuses(
        changeTerritoryBoundaries,
        { hierarchy, changes },
        at,
      );
    const north = { code: '21004', parents: ['Z-N'] };
    expect(change([north, north])).toBe('territory.twice-in-list');
    expect(change([north], since2022)).toBe('territory.edition-begins-otherwise');
    expect(change([{ code: '21004' }])).toBe('territory.parents-or-successors');
    expect(change([{ ...north, into: ['21001'] }])).toBe('territory.parents-or-successors');
    expect(change([{ code: '21099', parents: ['Z-N'] }])).toBe('territory.unknown');
    expect(change([{ code: 'Z-Z', parents: ['04000'] }], { occurred: onDay('2027-01-01') }, '2027')).toBe('territory.no-more');
    expect(change([{ code: 'Z-N', parents: ['04000'] }], since2011, '2011')).toBe('territory.not-begun');
    expect(change([{ code: '21001', parents: ['04000'] }], since2022, '2022')).toBe('territory.boundary-already-changed');
    expect(change([{ code: '21004', parents: ['Z-Z'] }])).toBe('territory.unknown-parent');
    expect(change([{ code: '21004', parents: ['21001'] }])).toBe('territory.parent-not-above');
    expect(change([{ code: '21004', into: ['21004'] }])).toBe('territory.goes-into-itself');
    expect(change([{ code: '21004', into: ['Z-Z'] }])).toBe('territory.no-more');
  });
});

describe('end territories', () => {
  const command: TerritoryEndedData = { hierarchy: '2026', codes: ['21001', 'Z-Z'] };

  it('records what is no more', () => {
    expect(tree.then(endTerritories, command, since2026)).toEqual([['TerritoryEnded', command]]);
  });

  it('says nothing twice', () => {
    const ended = after([territoryEnded, command, since2026]);
    expect(ended.then(endTerritories, command, since2026)).toEqual([]);
    expect(ended.then(endTerritories, { ...command, codes: ['21001', '21004'] }, since2026)).toEqual([
      ['TerritoryEnded', { hierarchy: '2026', codes: ['21004'] }],
    ]);
  });

  it('refuses what contradicts the tree', () => {
    const gone = after([territoryBoundaryChanged, south, since2026]);
    expect(gone.refuses(endTerritories, { hierarchy: '2026', codes: ['Z-Z'] }, since2026)).toBe('territory.no-more');
    expect(gone.refuses(endTerritories, { hierarchy: '2026', codes: ['21004'] }, { occurred: onDay('2027-01-01') })).toBe(
      'territory.edition-begins-otherwise',
    );
    expect(gone.refuses(endTerritories, { hierarchy: '2026', codes: ['21099'] }, since2026)).toBe('territory.unknown');
    expect(gone.refuses(endTerritories, { hierarchy: '2011', codes: ['Z-N'] }, since2011)).toBe('territory.not-begun');
  });
});

describe('rename a territory', () => {
  const command: TerritoryRenamedData = { code: 'Z-N', name: named('Midden') };

  it('records the name that is used from now on', () => {
    expect(tree.then(renameTerritory, command, since2026)).toEqual([['TerritoryRenamed', command]]);
  });

  it('says nothing twice, and nothing that is so already', () => {
    const renamed = after(
      [territoryRenamed, command, since2026],
      [territoryRenamed, { code: 'Z-N', name: named('Kern') }, { occurred: onDay('2027-01-01') }],
    );
    expect(renamed.then(renameTerritory, command, since2026)).toEqual([]);
    expect(renamed.then(renameTerritory, command, { occurred: onDay('2026-06-01') })).toEqual([]);
    expect(renamed.then(renameTerritory, command, { occurred: onDay('2024-01-01') })).toEqual([['TerritoryRenamed', command]]);
    expect(tree.then(renameTerritory, { code: 'Z-N', name: named('Noord') }, since2026)).toEqual([]);
  });

  it('refuses what contradicts the tree', () => {
    expect(tree.refuses(renameTerritory, { ...command, code: 'Z-X' }, since2026)).toBe('territory.unknown');
    expect(tree.refuses(renameTerritory, command, since2011)).toBe('territory.not-begun');
    expect(after([territoryBoundaryChanged, south, since2026]).refuses(renameTerritory, { ...command, code: 'Z-Z' }, since2026)).toBe(
      'territory.no-more',
    );
    const renamed = after([territoryRenamed, command, since2026]);
    expect(renamed.refuses(renameTerritory, { code: 'Z-N', name: named('Kern') }, since2026)).toBe('territory.already-renamed');
  });
});

describe('a change of what nobody defined', () => {
  it('leaves no unit behind when the definition was withdrawn', () => {
    const { state } = given(territoryEvolution, [
      [territoryBoundaryChanged, moved, since2022],
      [territoryEnded, { hierarchy: '2022', codes: ['21001'] }, since2022],
      [territoryRenamed, { code: '21001', name: named('C') }, since2022],
    ]);
    expect(state.units.size).toBe(0);
  });
});

describe('a place that a command names', () => {
  const problem = (code: string, level: 'zone' | 'commune', hierarchy: string) =>
    placeProblem(after([territoryBoundaryChanged, south, since2026]).state, { code, level, hierarchy });

  it('stands in the edition that it names, at its level', () => {
    expect(problem('Z-N', 'zone', '2022')).toBeUndefined();
    expect(problem('Z-Z', 'zone', '2022')).toBeUndefined();
    expect(problem('21001', 'commune', '2022')).toBeUndefined();
    expect(problem('Z-N', 'zone', '1999')).toBe('unknown-hierarchy');
    expect(problem('Z-X', 'zone', '2022')).toBe('unknown-code');
    expect(problem('Z-N', 'zone', '2011')).toBe('unknown-code');
    expect(problem('Z-Z', 'zone', '2026')).toBe('unknown-code');
    expect(problem('Z-N', 'commune', '2022')).toBe('another-level');
  });
});

describe('the facts of a territory', () => {
  it('are none', () => {
    expect(territoryFacts['TerritoryDefined']!(recorded(territoryDefined, region))).toEqual([]);
    expect(territoryFacts['TerritoryBoundaryChanged']!(recorded(territoryBoundaryChanged, moved))).toEqual([]);
    expect(territoryFacts['TerritoryEnded']!(recorded(territoryEnded, { hierarchy: '2026', codes: ['Z-N'] }))).toEqual([]);
    expect(territoryFacts['TerritoryRenamed']!(recorded(territoryRenamed, { code: 'Z-N', name: named('Midden') }))).toEqual([]);
  });
});

describe('the published territories', () => {
  const folder = join(__dirname, '../../../../data/territories');
  const definitions = {
    'define-territories': territoryDefined,
    'change-territory-boundaries': territoryBoundaryChanged,
    'rename-territory': territoryRenamed,
  };
  const deciders = {
    'define-territories': defineTerritories,
    'change-territory-boundaries': changeTerritoryBoundaries,
    'rename-territory': renameTerritory,
  };
  type Line = {
    readonly command: keyof typeof deciders;
    readonly body: { readonly occurred: { readonly from: string } } & Record<string, unknown>;
  };

  const lines = readdirSync(folder)
    .filter((name) => name.endsWith('.ndjson'))
    .sort()
    .flatMap((name) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n'))
    .map((line) => JSON.parse(line) as Line);
  const given_ = lines.map(({ command, body: { occurred, sourceRef: _, ...data } }): Given => [
    definitions[command],
    data,
    { occurred: onDay(occurred.from) },
  ]);
  const { state } = given(territoryEvolution, given_);

  it('follow from one another without a refusal, and again say nothing', () => {
    given_.forEach(([definition, data, overrides], n) => {
      const command = deciders[lines[n]!.command] as typeof defineTerritories;
      const context = { occurred: overrides!.occurred! };
      expect(given(territoryEvolution, given_.slice(0, n)).then(command, data as TerritoryDefinedData, context)).toEqual([
        [definition.type, data],
      ]);
      expect(given(territoryEvolution, given_).then(command, data as TerritoryDefinedData, context)).toEqual([]);
    });
  });

  it('are what commands are checked against', () => {
    expect(referenceOf(publishedTerritories)).toEqual(referenceOf(state));
  });

  it('are a Region of 19 communes, 26 postal codes and 724 sectors, and since 2022 five zones beside none', () => {
    const count = (level: string) => [...state.units.values()].filter((unit) => unit.level === level).length;
    expect(['region', 'outside', 'commune', 'postal', 'sector', 'zone', 'quarter'].map(count)).toEqual([1, 1, 19, 26, 724, 6, 6]);
    expect([...state.editions]).toEqual([
      ['2011', '2011-01-01'],
      ['2022', '2022-01-01'],
    ]);
  });

  it('place 18 communes in one zone, and of Brussels-City only what a postal code places', () => {
    const parentsOf = (code: string): readonly string[] =>
      state.units.get(code)?.changes?.at(-1)?.value.parents ?? state.units.get(code)?.unit?.parents ?? [];
    const communesOf = (zone: string) =>
      [...state.units].filter(([code, { level }]) => level === 'commune' && parentsOf(code).includes(zone)).length;
    expect(['Z-N', 'Z-NO', 'Z-ZO', 'Z-Z', 'Z-CW'].map(communesOf)).toEqual([4, 3, 4, 5, 2]);
    expect(parentsOf('21004')).toEqual(['04000']);
    expect(['1000', '1020', '1120', '1130'].map(parentsOf)).toEqual([['21004'], ['21004', 'Z-N'], ['21004', 'Z-N'], ['21004', 'Z-N']]);
    const city = [...state.units].filter(([, { level, unit }]) => level === 'sector' && unit?.parents?.includes('21004'));
    const north = city.filter(([code]) => parentsOf(code).includes('Z-N'));
    expect(
      north.map(([, { unit }]) => unit?.postalCodes).filter((codes) => !codes?.every((code) => ['1020', '1120', '1130'].includes(code))),
    ).toEqual([]);
    expect(
      city
        .filter(([code]) => parentsOf(code).length === 1)
        .map(([, { unit }]) => unit?.postalCodes)
        .filter((codes) => codes?.every((code) => ['1020', '1120', '1130'].includes(code))),
    ).toEqual([]);
    expect([city.length, north.length]).toEqual([107, 41]);
  });
});
