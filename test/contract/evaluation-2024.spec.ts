import { recorded } from '@app/decider/spec';
import { definitions, type IndicatorDefinition, type Measure, type Selection } from '@app/indicators';
import { type FactDraft, terms } from '@app/partnership';
import { samplesOf } from '../support/samples';

// Typed by hand out of the action plan of 2024 (S002): of each evaluation the objective, how many of its bullets begin with the word for number, and
// the lines of all of them.
const BLOCKS: readonly [objective: string, numbers: number, lines: readonly number[]][] = [
  ['1.1', 3, [143, 144, 145, 146, 147]],
  ['1.1', 1, [201, 202, 205, 208, 209, 210]],
  ['1.2', 3, [254, 255, 256, 257, 258, 259, 262]],
  ['1.3', 2, [287, 288]],
  ['1.4', 4, [360, 361, 362, 365, 366, 367, 368, 371, 372, 375]],
  ['1.5', 2, [415, 416, 417, 418, 419, 420]],
  ['2.1', 1, [502, 503, 508]],
  ['2.1', 0, [547, 550, 553, 554]],
  ['2.1', 1, [581, 582, 583, 584, 585]],
  ['2.2', 4, [631, 632, 633, 634]],
  ['2.2', 2, [677, 678, 679, 680, 681, 682, 685]],
  ['3.1', 5, [719, 720, 721, 722, 723, 724, 725]],
  ['3.1', 0, [755, 756, 757, 758, 759, 760, 761]],
  ['3.3', 4, [813, 814, 815, 818, 819, 820, 821, 822, 823, 824, 825, 826, 827, 828, 829, 830]],
  ['3.3', 0, [879, 880, 883]],
  ['3.3', 1, [938, 941, 942, 943, 944, 945]],
  [
    '4.2',
    1,
    [
      ...[1044, 1045, 1046, 1047, 1053, 1054, 1055, 1056, 1057, 1058, 1063, 1064, 1065, 1066, 1067, 1068, 1069, 1070],
      ...[1078, 1079, 1080, 1086, 1087, 1088, 1093, 1094, 1098],
    ],
  ],
  ['5.1', 3, [1156, 1159, 1162, 1165]],
  ['5.1', 0, [1202, 1205]],
  ['5.1', 1, [1234, 1235, 1236]],
];

/** Of several that one evaluation asks the same, perhaps of others: line of the one that asks, line of the one to merge it with. */
const PROPOSED: readonly [line: number, sameAs: number][] = [
  [826, 822],
  [829, 828],
  [830, 828],
  [1053, 1044],
  [1054, 1045],
  [1055, 1046],
  [1057, 1047],
  [1063, 1044],
  [1064, 1045],
  [1065, 1046],
  [1067, 1056],
  [1069, 1047],
  [1070, 1058],
  [1093, 1079],
  [1094, 1080],
  [1205, 1202],
];

const asked = [...definitions.values()].filter(({ source }) => source?.ref === 'S002');
const lineOf = (code: string | undefined): number | undefined => asked.find((definition) => definition.code === code)?.source?.line;
const inBlock = (block: number): readonly IndicatorDefinition[] => asked.filter(({ source }) => source?.block === block);

describe('the evaluations of the plan of 2024', () => {
  it('ask for 134 figures in 20 blocks, each under a code and a line of its own', () => {
    const lines = asked.map(({ source }) => source?.line);
    expect(lines).toEqual(BLOCKS.flatMap(([, , of]) => of));
    expect(lines).toEqual([...lines].sort((a, b) => Number(a) - Number(b)));
    expect([asked.length, new Set(asked.map(({ code }) => code)).size, new Set(lines).size]).toEqual([134, 134, 134]);
    expect(BLOCKS.map(([, , of]) => of.length)).toEqual([5, 6, 7, 2, 10, 6, 3, 4, 5, 4, 7, 7, 7, 16, 3, 6, 27, 4, 2, 3]);
  });

  it.each(BLOCKS.map(([objective, numbers, lines], index) => ({ block: index + 1, objective, numbers, lines })))(
    'in block $block, of objective $objective, ask $numbers times for a number first',
    ({ block, objective, numbers, lines }) => {
      const of = inBlock(block);
      expect(of.map(({ source }) => source?.line)).toEqual(lines);
      expect(new Set(of.map(({ source }) => source?.objective))).toEqual(new Set([objective]));
      expect(of.filter(({ source }) => source?.number === 'first')).toHaveLength(numbers);
    },
  );

  it('begin with the word for number 38 times, and have it in 39', () => {
    expect(asked.filter(({ source }) => source?.number === 'first')).toHaveLength(38);
    expect(asked.filter(({ source }) => source?.number === 'within').map(({ source }) => source?.line)).toEqual([415]);
  });

  it('are about the action of their block, unless what is counted says by itself what it is about', () => {
    expect(asked.filter(({ source, scope }) => scope && (scope.plan !== '2024' || scope.action !== source?.block))).toEqual([]);
    const unscoped = new Set(asked.filter(({ scope }) => !scope).map(({ source }) => source?.block));
    expect(unscoped).toEqual(new Set([1, 3, 6, 10, 11, 12, 13, 14]));
  });

  it('never ask claims alone for what begins with the word for number', () => {
    const alone = asked.filter(({ measure }) => measure.op === 'reported');
    expect(alone.filter(({ source }) => source?.number !== undefined)).toEqual([]);
    expect(alone).toHaveLength(52);
  });

  it('propose to merge what asks the same, and merge nothing', () => {
    expect(asked.flatMap(({ source, sameAs }) => (sameAs ? [[source?.line, lineOf(sameAs)]] : []))).toEqual(PROPOSED);
    for (const { source, sameAs } of asked) {
      if (sameAs) expect(definitions.get(sameAs)?.source?.block).toBe(source?.block);
    }
  });
});

const stated: readonly FactDraft[] = terms.flatMap((term) =>
  samplesOf(term.name).flatMap(({ type, version, data }) => {
    const definition = term.events.find((event) => event.type === type && event.version === version);
    const facts = definition ? (term.facts[type]?.(recorded(definition, data, { subjects: ['AAAAAAAAAAAAAAAAAAAAAA'] })) ?? []) : [];
    return facts.flatMap((fact) => ('type' in fact ? [fact] : []));
  }),
);

function selectionsIn(measure: Measure): readonly Selection[] {
  if (measure.op === 'reported') return [];
  if (measure.op === 'compose') return measure.parts.flatMap(({ indicator }) => selectionsIn(definitions.get(indicator)!.measure));
  return 'of' in measure ? [measure.of] : [measure.num, measure.den];
}

const alikeOf = (factType: string, countKind: string): readonly FactDraft[] =>
  stated.filter((fact) => fact.type === factType && fact.countKind === countKind);
const has = (facts: readonly FactDraft[], dim: string): boolean => facts.some(({ dims }) => dims?.[dim] !== undefined);

describe('what they count', () => {
  it.each(asked.flatMap(({ code, measure }) => selectionsIn(measure).map((selection) => ({ code, selection }))))(
    '$code: facts that some event states, with what it asks of them',
    ({ selection: { factType, countKind, where } }) => {
      for (const type of factType) {
        const alike = alikeOf(type, countKind);
        expect([type, alike.length > 0]).toEqual([type, true]);
        expect((where?.all ?? []).filter(({ dim }) => !has(alike, dim))).toEqual([]);
      }
    },
  );

  it.each(asked.filter(({ dimensions }) => dimensions.length > 0))('$code can be split as it says', ({ measure, dimensions }) => {
    const facts = selectionsIn(measure).flatMap(({ factType, countKind }) => factType.flatMap((type) => alikeOf(type, countKind)));
    expect(dimensions.filter(({ name }) => !has(facts, name))).toEqual([]);
  });
});
