import 'reflect-metadata';
import type { RecordedEvent } from '@app/decider';
import {
  createFactsProjection,
  dashboard,
  type DashboardQuery,
  definitions as defined,
  type Figure,
  figures,
  type IndicatorDefinition,
  type Measure,
  provenance,
  queryOfFigure,
  type Selection,
} from '@app/indicators';
import { generateActivity, terms } from '@app/partnership';
import { OUTPUT_STAGES } from '@app/partnership/output/output.events';
import { SeededDraw } from '@app/partnership/synthetic/seeded-draw';
import type { Database } from 'better-sqlite3';
import { decodedRecord, isHeld, readDatabase, statedBy } from '../support/decoded-record';
import { registerNames } from '../support/register';
import { spreadOverYears } from '../support/shuffled-log';
import { countedFacts, dayOf, standingEvents } from './plain-facts';
import { type PlainAnswer, PlainFigures, type PlainQuestion } from './plain-figures';
import { PlainPlaces } from './plain-places';

const SEED = Number(process.env['RECOUNT_SEED'] ?? 20211201);
const PAIRS = 200;
const PER_PAIR = 4;
const ZONES = ['Z-N', 'Z-NO', 'Z-Z', 'Z-CW', '21004'];

const ATTENDANCES: Selection = { factType: ['session-attendances'], countKind: 'attendance' };
/** Not all that an output can be in: what stands in another counts for nothing. */
const STAGES = OUTPUT_STAGES.filter((stage) => stage !== 'approved');

const measured = (code: string, measure: Measure): IndicatorDefinition => ({ ...defined.get('information-sessions')!, code, measure });

const composition = (code: string, ...parts: readonly (readonly [indicator: string, sign: 1 | -1])[]): IndicatorDefinition =>
  measured(code, { op: 'compose', parts: parts.map(([indicator, sign]) => ({ indicator, sign })) });

/** No indicator of the field adds and takes away counts of one kind, is a milestone or a score, and the registers have nothing for its means; these do. */
const definitions: ReadonlyMap<string, IndicatorDefinition> = new Map([
  ...defined,
  ...[
    composition('spec-more', ['information-sessions', 1], ['sessions-held', 1]),
    composition('spec-less', ['sessions-held', 1], ['information-sessions', -1]),
    measured('spec-size', { op: 'mean', of: ATTENDANCES }),
    measured('spec-stage', { op: 'milestone', of: { factType: ['output-delivered'], countKind: 'output' }, stages: STAGES }),
    measured('spec-middle', { op: 'scale', of: ATTENDANCES, scale: { lo: 3, hi: 40, anchors: [] } }),
  ].map((one) => [one.code, one] as const),
]);

/** A figure as both sides tell it. */
const toldOf = (answer: PlainAnswer | Figure['computed']): object => {
  const { value, lo, hi, partly = 0, num, den, closed, open, stage } = answer ?? { value: null, lo: null, hi: null };
  return { value, lo, hi, partly, num, den, closed, open, stage };
};

function plainFigures(known: readonly RecordedEvent[]): PlainFigures {
  const standing = standingEvents(known, statedBy).map(({ event }) => event);
  const places = new PlainPlaces(standing.filter(({ source }) => source !== 'synthetic'));
  return new PlainFigures(countedFacts(known, statedBy, isHeld), places, definitions);
}

const questionOf = ({
  from,
  to,
  asOf,
  origin,
  plan,
  action,
  territory,
  organisation,
}: ReturnType<typeof queryOfFigure>): PlainQuestion => ({
  from,
  to,
  asOf,
  synthetic: origin === 'synthetic',
  ...(plan === undefined ? {} : { plan }),
  ...(action === undefined ? {} : { action }),
  ...(territory === undefined ? {} : { territory }),
  ...(organisation === undefined ? {} : { organisation }),
});

let registers: readonly RecordedEvent[];
let generated: readonly RecordedEvent[];
beforeAll(async () => {
  registers = await decodedRecord(registerNames());
  generated = await decodedRecord([], [...generateActivity({ seed: 7, teams: 1, days: 365, from: '2022-01-01' })]);
}, 120_000);

describe(`five registers and a generated year, recorded over years in an order of their own (RECOUNT_SEED=${SEED})`, () => {
  /** One look at the record: K and A, and some questions from there. */
  interface Look {
    readonly knownOn: string;
    readonly asOf: string;
    readonly questions: readonly { readonly indicator: string; readonly period: string; readonly scope: object }[];
  }

  let log: readonly RecordedEvent[];
  let db: Database;
  let looks: readonly Look[];
  beforeAll(() => {
    const draw = new SeededDraw(SEED);
    log = spreadOverYears([...registers, ...generated], draw);
    db = readDatabase(createFactsProjection(terms), log);
    const ops = askable();
    looks = Array.from({ length: PAIRS }, () => lookOf(draw, ops));
  }, 60_000);

  interface Askable {
    readonly code: string;
    /** The events that state what it counts. */
    readonly events: readonly RecordedEvent[];
  }

  const countedTypes = ({ measure }: IndicatorDefinition): readonly string[] => {
    if (measure.op === 'compose') return measure.parts.flatMap(({ indicator }) => countedTypes(definitions.get(indicator)!));
    if (measure.op === 'reported') return [];
    return ('of' in measure ? measure.of : measure.den).factType;
  };

  /** By op, the indicators whose facts the log has: an even draw over the ops asks the rare ones too. */
  function askable(): ReadonlyMap<Measure['op'], readonly Askable[]> {
    const stating = new Map<string, Set<RecordedEvent>>();
    for (const event of log)
      for (const statement of statedBy(event))
        if ('type' in statement) stating.set(statement.type, (stating.get(statement.type) ?? new Set()).add(event));
    const all = [...definitions.values()].map((definition) => ({
      op: definition.measure.op,
      code: definition.code,
      events: countedTypes(definition).flatMap((type) => [...(stating.get(type) ?? [])]),
    }));
    return Map.groupBy(
      all.filter(({ events }) => events.length > 0),
      ({ op }) => op,
    );
  }

  const plusDays = (day: string, count: number): string => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);

  /** Mostly the time of an event that is asked about: a question of any other time has nothing to find. */
  function periodOf(draw: SeededDraw, { occurred: { from, to } }: RecordedEvent): string {
    const year = draw.chance(0.1) ? String(2018 + draw.below(8)) : from.slice(0, 4);
    const [first, last] = [plusDays(from, -draw.below(40)), plusDays(to, draw.below(200) - 20)].sort();
    return draw.pick([
      year,
      year,
      `${year}-Q${Math.ceil(Number(to.slice(5, 7)) / 3)}`,
      `${year}-${from.slice(5, 7)}`,
      `${year}-${draw.pick(['spring', 'summer', 'autumn', 'winter'])}`,
      `${first}..${last}`,
    ]);
  }

  function scopeOf(draw: SeededDraw, { source, planRefs: [ref], organisation, territory }: RecordedEvent): object {
    const zone = draw.pick(ZONES);
    const narrowed = draw.pick<object>([
      {},
      {},
      ref ? { plan: ref.plan } : {},
      ref ? { ...ref } : {},
      { organisation },
      { territory: territory && draw.chance(0.5) ? territory.code : zone },
    ]);
    return source === 'synthetic' ? { origin: 'synthetic', ...narrowed } : narrowed;
  }

  function lookOf(draw: SeededDraw, ops: ReturnType<typeof askable>): Look {
    const drawn = Array.from({ length: PER_PAIR }, () => {
      const { code, events } = draw.pick(ops.get(draw.pick([...ops.keys()])) ?? []);
      return { code, event: draw.pick(events) };
    });
    const questions = drawn.map(({ code, event }) => ({ indicator: code, period: periodOf(draw, event), scope: scopeOf(draw, event) }));
    const recordedOn = drawn[0]?.event.recordedAt.slice(0, 10) ?? '';
    const knownOn = plusDays(recordedOn, draw.below(900) - 100);
    return { knownOn, asOf: draw.chance(0.3) ? knownOn : plusDays(knownOn, draw.below(800) - 700), questions };
  }

  /** The longest prefix of the log whose days of recording, the greatest so far each, are not after the day. */
  function knownOf(knownOn: string): readonly RecordedEvent[] {
    let last = '';
    const end = log.findIndex(({ recordedAt }) => {
      last = dayOf(recordedAt) > last ? dayOf(recordedAt) : last;
      return last > knownOn;
    });
    return end < 0 ? log : log.slice(0, end);
  }

  /** What both sides say of every question, and how many of them say a number. */
  function compared(read: Database): { readonly engine: readonly object[]; readonly plain: readonly object[]; readonly numbers: number } {
    const engine: object[] = [];
    const plain: object[] = [];
    let numbers = 0;
    for (const { knownOn, asOf, questions } of looks) {
      const known = knownOf(knownOn);
      const recounted = plainFigures(known);
      for (const { scope, ...query } of questions) {
        const told = { ...query, ...scope, knownOn, asOf };
        const [figure] = figures(read, told, { definitions }).figures;
        const answer = recounted.answer(definitions.get(query.indicator)!, questionOf(queryOfFigure(figure?.id ?? '')));
        engine.push({ ...told, ...toldOf(figure?.computed ?? null) });
        plain.push({ ...told, ...toldOf(known.length === 0 ? null : (answer ?? null)) });
        if ((answer?.value ?? 0) > 0 || (answer?.hi ?? 0) > 0) numbers++;
      }
    }
    return { engine, plain, numbers };
  }

  it(`gives at ${PAIRS} pairs of times the figures that a plain recount of the events gives`, () => {
    const { engine, plain, numbers } = compared(db);
    expect(engine).toEqual(plain);
    expect(numbers).toBeGreaterThan(engine.length / 5);
    const ops = looks.flatMap(({ questions }) => questions.map(({ indicator }) => definitions.get(indicator)?.measure.op));
    expect([...new Set(ops)].sort()).toEqual([
      'compose',
      'delay',
      'distinct',
      'lastObserved',
      'mean',
      'milestone',
      'ratio',
      'scale',
      'stock',
      'sum',
    ]);
  }, 60_000);

  it('would not, if the engine forgot until when a fact was known, or on which days it may lie', () => {
    const differing = (defect: string): number => {
      const broken = readDatabase(createFactsProjection(terms), log);
      broken.exec(defect);
      const { engine, plain } = compared(broken);
      return engine.filter((one, index) => JSON.stringify(one) !== JSON.stringify(plain[index])).length;
    };
    expect(differing(`UPDATE facts SET known_to = ${Number.MAX_SAFE_INTEGER}`)).toBeGreaterThan(0);
    expect(differing('UPDATE facts SET r_to = r_from')).toBeGreaterThan(0);
  }, 120_000);
});

describe('every figure of every dashboard', () => {
  const options = { definitions: defined, today: '2026-11-24' };
  let db: Database;
  beforeAll(() => {
    db = readDatabase(createFactsProjection(terms), registers);
  });

  const ofYears = ['2018', '2019', '2020', '2021', '2022', '2023', '2024', '2025'].map((period) => ({ period }));

  const shownOf = (query: DashboardQuery): readonly Figure[] =>
    dashboard(db, query, options).groups.flatMap(({ figures: some }) => some.map(({ figure }) => figure));
  const namedBy = ({ id }: Figure): readonly string[] => provenance(db, id, { definitions: defined }).events;

  /** What some events alone give of a figure. */
  function again({ id, definition }: Figure, events: readonly string[]): readonly [string, object] {
    const alone = plainFigures(registers.filter((event) => events.includes(event.id)));
    return [definition.code, toldOf(alone.answer(defined.get(definition.code)!, questionOf(queryOfFigure(id))) ?? null)];
  }

  it.each([...ofYears, { period: 'plan:2021', plan: '2021' }, { period: 'plan:2024', plan: '2024' }])(
    'of %j is what its own events give',
    (query) => {
      const shown = shownOf(query);
      expect(shown.map((figure) => again(figure, namedBy(figure)))).toEqual(
        shown.map((figure) => [figure.definition.code, toldOf(figure.computed)]),
      );
      expect(shown.length).toBeGreaterThan(0);
    },
    60_000,
  );

  it('would not be, if its events lacked one', () => {
    const counted = shownOf({ period: '2021' }).filter(({ computed }) => (computed?.facts ?? 0) > 0);
    const same = counted.filter(
      (figure) => JSON.stringify(again(figure, namedBy(figure).slice(1))) === JSON.stringify(again(figure, namedBy(figure))),
    );
    // Of different subjects, one that two events name is still there when one of them is not; an end or an answer may be beside the point.
    expect(same.length).toBeLessThan(counted.length / 3);
  });
});
