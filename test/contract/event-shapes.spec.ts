import { decodeEvent, fieldClassProblems } from '@app/audit';
import { defineEvent, type EventDefinition } from '@app/decider';
import frozenShapes from '../../libs/partnership/src/shapes.json';
import { type Term, terms } from '@app/partnership';
import { readerOf } from '@app/recording';
import { freeze, type FrozenShape } from '../support/event-shapes';
import { type Sample, samplesOf, storedSample } from '../support/samples';

const frozen = frozenShapes as unknown as readonly FrozenShape[];

/** The definition of a version that the term no longer has, as it was frozen. */
const definitionOf = ({ subject, ...shape }: FrozenShape): EventDefinition => ({
  ...shape,
  subject: subject === 'by-data' ? 'none' : subject,
});

/** What goes wrong when a sample of any version is read as today's shape, counted and folded. */
function readingProblems(term: Term, sample: Sample, shapes: readonly FrozenShape[]): readonly string[] {
  const name = `${sample.type}@${sample.version}`;
  const current = term.events.find(({ type }) => type === sample.type);
  const old = shapes.find(({ type, version }) => type === sample.type && version === sample.version);
  const definition = current?.version === sample.version ? current : old && definitionOf(old);
  if (!current || !definition) return [`${name}: nothing says what it looked like`];
  const event = readerOf([term])(storedSample(definition, sample.data));
  if (event.schemaVersion !== current.version) return [`${name}: is read as version ${event.schemaVersion}, not ${current.version}`];
  term.facts[event.type]?.(event);
  term.evolution.evolve(term.evolution.initialState, event);
  return fieldClassProblems(current, event.data as object).map((problem) => `${name}: ${problem}`);
}

describe('what is stored', () => {
  it('is as it was frozen', () => {
    expect(freeze(frozen, terms, samplesOf).broken).toEqual([]);
  });

  it('is frozen in every version: npm run freeze-shapes', () => {
    expect(freeze(frozen, terms, samplesOf).added).toEqual([]);
  });

  it.each(terms.map((term) => [term.name, term] as const))(
    'of %s is read as today, counted and folded, whatever its version',
    (_, term) => {
      expect(samplesOf(term.name).flatMap((sample) => readingProblems(term, sample, frozen))).toEqual([]);
    },
  );
});

describe('a shape', () => {
  interface Opened {
    readonly kind: string;
    readonly heads: number;
  }
  const opened = defineEvent<Opened>()({
    type: 'ThingOpened',
    version: 1,
    subject: 'none',
    tense: 'fact',
    fields: { kind: 'core', heads: 'more' },
  });
  const sample: Sample = { type: 'ThingOpened', version: 1, data: { kind: 'a', heads: 3 } };
  const term = (...events: EventDefinition<any, any>[]): Term => ({
    name: 'thing',
    events,
    evolution: { initialState: {}, evolve: (state) => state },
    commands: [],
    facts: {},
  });
  const shapesOf = (definition: EventDefinition<any, any>, samples: readonly Sample[] = [sample]) =>
    freeze([], [term(definition)], () => samples).shapes;
  const broken = (definition: EventDefinition<any, any>, samples: readonly Sample[] = [sample]) =>
    freeze(shapesOf(opened), [term(definition)], () => samples).broken;

  it('is frozen once, and stays when nothing changes', () => {
    const { shapes, added } = freeze([], [term(opened)], () => [sample]);
    expect(added).toEqual(['ThingOpened@1']);
    expect(shapes).toEqual([
      {
        type: 'ThingOpened',
        version: 1,
        subject: 'none',
        tense: 'fact',
        fields: { heads: 'more', kind: 'core' },
        samples: [expect.stringMatching(/^[0-9a-f]{16}$/)],
      },
    ]);
    expect(freeze(shapes, [term(opened)], () => [sample])).toEqual({ shapes, broken: [], added: [] });
  });

  it.each<[string, EventDefinition<any, any>, string]>([
    ['another class', { ...opened, fields: { kind: 'core', heads: 'core' } }, 'heads was more, is core'],
    ['a new field', { ...opened, fields: { kind: 'core', heads: 'more', note: 'text' } }, 'note was no field, is text'],
    ['a field less', { ...opened, fields: { kind: 'core' } }, 'heads was more, is no field'],
    ['another subject', { ...opened, subject: 'care' }, 'subject was none, is care'],
    ['a subject that the data decides', { ...opened, subject: () => 'none' }, 'subject was none, is by-data'],
    ['another tense', { ...opened, tense: 'plan' }, 'tense was fact, is plan'],
  ])('does not change: %s (planted defect)', (_, definition, problem) => {
    expect(broken(definition)).toEqual([`ThingOpened@1: ${problem}`]);
  });

  it('does not go, nor go back (planted defect)', () => {
    expect(freeze(shapesOf(opened), [term()], () => [sample]).broken).toEqual(['ThingOpened@1: no term has it any more']);
    const second = shapesOf({ ...opened, version: 2 }, [{ ...sample, version: 2 }]);
    expect(freeze(second, [term(opened)], () => [{ ...sample, version: 2 }]).broken).toEqual([
      'ThingOpened@2: its term went back to version 1',
    ]);
  });

  it('keeps its samples, and may get more (planted defect)', () => {
    const changed = { ...sample, data: { kind: 'b', heads: 3 } };
    expect(broken(opened, [changed])).toEqual(['ThingOpened@1: a sample was changed or taken away']);
    const { shapes, broken: none } = freeze(shapesOf(opened), [term(opened)], () => [sample, changed]);
    expect([shapes[0]!.samples.length, none]).toEqual([2, []]);
  });

  describe('of a later version', () => {
    const later = { ...opened, version: 2, fields: { kind: 'core', heads: 'more', mode: 'core' } } as const;
    const upcast = (fields: object): Term => ({
      ...term(later),
      upcasters: [
        {
          type: 'ThingOpened',
          from: 1,
          upcast: (event) => ({ ...event, schemaVersion: 2, data: { ...(event.data as object), ...fields } }),
        },
      ],
    });

    it('stands beside the earlier one', () => {
      const { shapes, broken: none, added } = freeze(shapesOf(opened), [term(later)], () => [sample, { ...sample, version: 2 }]);
      expect([shapes.map(({ version }) => version), none, added]).toEqual([[1, 2], [], ['ThingOpened@2']]);
    });

    it('is what an earlier sample is read as', () => {
      expect(readingProblems(upcast({ mode: 'online' }), sample, shapesOf(opened))).toEqual([]);
    });

    it('needs an upcaster, and one that knows the new shape (planted defect)', () => {
      expect(readingProblems(term(later), sample, shapesOf(opened))).toEqual(['ThingOpened@1: is read as version 1, not 2']);
      expect(readingProblems(upcast({ manner: 'online' }), sample, shapesOf(opened))).toEqual([
        'ThingOpened@1: manner: in the data without a class',
      ]);
      expect(readingProblems(upcast({}), sample, [])).toEqual(['ThingOpened@1: nothing says what it looked like']);
    });
  });

  it('that is read is the one that was stored', () => {
    expect(decodeEvent(storedSample(opened, sample.data)).data).toEqual(sample.data);
  });
});
