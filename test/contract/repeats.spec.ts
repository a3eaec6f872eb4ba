import type { Refusal } from '@app/decider';
import { MemoryEventStore } from '@app/event-store/memory/memory-event-store';
import { type CommandDefinition, type Term, terms } from '@app/partnership';
import { Admission, type CatalogueEntry, catalogueOf, type CommandAnswer, StreamNotFound } from '@app/recording';
import fc from 'fast-check';
import { filled, isCorrection, journeys, type Made, type Step } from '../acceptance/journeys';
import { type BodySchema, follows, isStreamOf } from '../support/arbitrary-body';
import { RecordingBench } from '../support/recording-bench';
import { samplesOf } from '../support/samples';

/*
 * The law of repetition, for every command of every term. A command that was recorded is sent again, at once and after everything that came later:
 *
 * 1. Under its own key it records nothing and answers as the first time.
 * 2. Under another key, at once, it records nothing and answers where the record stands; a command in TELLS_INSTEAD is refused.
 * 3. Under another key, later, it records nothing: it says nothing new, or what came later contradicts it and it is refused.
 *
 * What ONE_MORE and COMES_BACK name is no repetition under another key, for the reason that stands there.
 *
 * A command that makes a record of its own (two calls to the helpdesk may be alike in everything) makes another record under another key. For it,
 * 2 and 3 hold once its body names the record that it made, which every such command can do to be corrected; and another record touches no other.
 * A correction was decided as if what it corrects had not been. Under another key it is refused, because that no longer stands.
 *
 * What is recorded comes from the journeys, and from walks that go on from there at random: bodies that follow the command's schema, mostly made of
 * values that the term's samples and journeys hold, so that they meet. A command that nothing records fails the test: its journey or a sample lacks it.
 */

/** Sealed text cannot be compared, so that what it belongs to is taken for another. */
const TELLS_INSTEAD: Readonly<Record<string, string>> = {
  'take-decision': 'meeting.number-taken',
};

/** Each is one more, which nothing tells from another. */
const ONE_MORE: Readonly<Record<string, (body: { readonly participant?: string }) => boolean>> = {
  // What was done so far is told in sealed text, which cannot be compared.
  'report-progress': () => true,
  // An anonymous registration is a head of its own.
  'register-participant': ({ participant }) => participant === undefined,
};

/**
 * What says how something stands from now on. Said again after it stood otherwise, it is no repetition: it stands so once more, and to record nothing
 * would leave it as it was in between.
 */
const COMES_BACK: ReadonlySet<string> = new Set([
  'reschedule-session',
  'reschedule-meeting',
  'register-participant',
  'cancel-registration',
  'rename-partner',
  'change-partner-profile',
  'measure-campaign',
  'assign-request',
  'record-volunteer-leaving',
  'record-views',
  'score-aim',
  'close-self-evaluation',
  'reopen-self-evaluation',
  'revise-target',
  'revise-indicator',
  'reword-action',
  'write-section',
  'approve-section',
  'issue-report',
  'reopen-report',
  'start-action',
  'start-action-test',
  'suspend-action',
  'resume-action',
  'postpone-action',
  'open-action-transfer',
  'block-action',
  'unblock-action',
  'assess-action-status',
  'freeze-period',
  'reopen-period',
  'explain-contradiction',
  'resolve-contradiction',
  'reopen-contradiction',
]);

const SEED = 2021;
const NOW = Date.parse('2026-01-02T09:00:00.000Z');

interface Try {
  readonly command: string;
  readonly body: object;
  readonly as?: string;
}

const isOneMore = (command: string, body: object): boolean => ONE_MORE[command]?.(body) ?? false;

interface Said {
  readonly entry: CatalogueEntry;
  readonly body: object;
  readonly key: string;
  readonly answer: CommandAnswer;
}

/** A journey up to somewhere, and what is tried from there. */
interface Walk {
  readonly journey: readonly Try[];
  readonly tries: readonly Try[];
}

type Entries = ReadonlyMap<string, CatalogueEntry>;
type Pool = ReadonlyMap<string, readonly unknown[]>;

const entries: Entries = catalogueOf(terms);
const admission = new Admission();
const schemaOf = (entry: CatalogueEntry): BodySchema => admission.schemaOf(entry);
const nameOf = ({ entry }: Said): string => entry.definition.name;

const ENVELOPE = new Set([
  ...['occurred', 'planRefs', 'territory', 'team', 'onBehalfOf', 'language', 'sourceRef', 'corrects', 'correctionReason'],
]);
const isRecorded = ({ refused }: Step): boolean => refused === undefined;
const commandsOf = (term: Term): ReadonlySet<string> => new Set(term.commands.map(({ name }) => name));

/** Each value that these bodies give a field, once. */
function poolOf(bodies: readonly object[]): Pool {
  const pool = new Map<string, Map<string, unknown>>();
  for (const [field, value] of bodies.flatMap((body) => Object.entries(body) as [string, unknown][])) {
    const names = typeof value === 'string' && /^[$#]/.test(value);
    if (!names) pool.set(field, (pool.get(field) ?? new Map<string, unknown>()).set(JSON.stringify(value), value));
  }
  return new Map([...pool].map(([field, values]) => [field, [...values.values()]]));
}

const DAYS = ['2021-01-10', '2021-03-20', '2021-06-15', '2021-09-30', '2021-12-31', '2022-03-01'];
const occurred = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...DAYS).map((from) => ({ from })) },
  { weight: 1, arbitrary: fc.constantFrom(2021, 2022).map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31`, nature: 'span' })) },
);

/** Bodies of a command: a stream of its own term is `$n`, the nth that the walk made; other fields have few values, so that they meet. */
function bodyOf(entry: CatalogueEntry, pools: readonly Pool[]): fc.Arbitrary<object> {
  const { properties = {}, required = [], $defs = {} } = schemaOf(entry);
  const valueOf = (name: string, property: BodySchema): fc.Arbitrary<unknown> => {
    if (isStreamOf(entry.term.name, property)) return fc.nat(4).map((n) => `$${n}`);
    const known = pools.find((pool) => pool.has(name))?.get(name) ?? [];
    const few = fc.constantFrom(...fc.sample(follows(property, $defs), { numRuns: 3, seed: SEED }));
    return known.length === 0 ? few : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known) }, { weight: 1, arbitrary: few });
  };
  const own = Object.entries(properties).filter(([name]) => !ENVELOPE.has(name));
  const fields = Object.fromEntries(own.map(([name, property]) => [name, valueOf(name, property)]));
  const requiredKeys = ['occurred', ...required.filter((name) => !ENVELOPE.has(name))];
  return fc.record<Record<string, unknown>>({ ...fields, occurred }, { requiredKeys, noNullPrototype: true });
}

function walkOf(term: Term): fc.Arbitrary<Walk> {
  const own = commandsOf(term);
  const known = poolOf(journeys.flatMap(({ steps }) => steps.filter(({ command }) => own.has(command)).map(({ body }) => body)));
  const pool = poolOf(samplesOf(term.name).map(({ data }) => data));
  const started = journeys
    .filter(({ steps }) => steps.some(({ command }) => own.has(command)))
    .map(({ steps }) => steps.slice(0, steps.findIndex(isCorrection)).filter(isRecorded));
  const journey = fc.tuple(fc.constantFrom([], ...started), fc.nat(16)).map(([steps, length]) => steps.slice(0, length));
  const tries = [[known, pool], [pool]].map((pools) =>
    fc.array(fc.oneof(...term.commands.map(({ name }) => bodyOf(entries.get(name)!, pools).map((body) => ({ command: name, body })))), {
      minLength: 4,
      maxLength: 14,
    }),
  );
  return fc.record({ journey, tries: fc.oneof(...tries) });
}

/** A body that the walk can send now; nothing when it needs a stream and there is none, or does not follow its schema. */
function sendable(entry: CatalogueEntry, body: object, streams: readonly string[]): object | undefined {
  const named = Object.entries(body).flatMap(([field, value]) => {
    if (typeof value !== 'string' || !/^\$\d$/.test(value)) return [[field, value] as const];
    return streams.length === 0 ? [] : [[field, streams[Number(value.slice(1)) % streams.length]] as const];
  });
  try {
    return admission.admit(entry, Object.fromEntries(named));
  } catch {
    return undefined;
  }
}

const pick = (body: object, fields: readonly string[]): object =>
  Object.fromEntries(Object.entries(body).filter(([field]) => fields.includes(field)));

const targetOf = ({ target }: CommandDefinition, body: object) => target(body);

/** The same body for the record that it made, where the command makes one of its own; nothing when it cannot name it. */
function namingItsRecord({ entry, body, answer: { streamId } }: Said): object | undefined {
  if (targetOf(entry.definition, body).kind !== 'created') return body;
  const { properties = {} } = schemaOf(entry);
  return Object.keys(properties)
    .filter((field) => isStreamOf(entry.term.name, properties[field]!))
    .map((field) => ({ ...body, [field]: streamId }))
    .find((candidate) => {
      const target = targetOf(entry.definition, candidate);
      return target.kind === 'existing' && target.streamId === streamId;
    });
}

/** Goes a walk and holds every command that it records to the law. */
class Walker {
  readonly said: Said[] = [];
  readonly #recorder;
  readonly #made = new Map<string, Made>();
  #keys = 0;

  constructor(
    private readonly bench: RecordingBench,
    private readonly known: Entries,
  ) {
    bench.clock.wall = NOW;
    bench.store = new MemoryEventStore({ slotWriter: bench.vault.writeSlots });
    this.#recorder = bench.recorder();
  }

  async follow(steps: readonly Try[]): Promise<void> {
    for (const { command, body, as } of steps) {
      const answer = await this.say(command, filled(body, this.#made) as object);
      if (as !== undefined && typeof answer === 'object') this.#made.set(as, answer);
    }
  }

  async attempt(term: string, tries: readonly Try[]): Promise<void> {
    for (const { command, body } of tries) {
      const streams = this.said.map(({ answer }) => answer.streamId).filter((streamId) => streamId.startsWith(`${term}-`));
      const sent = sendable(this.known.get(command)!, body, [...new Set(streams)]);
      if (sent) await this.say(command, sent);
    }
  }

  /** What was said is said again, after everything that came later. */
  async sayAllAgain(): Promise<void> {
    const gone = new Set(this.said.flatMap(({ entry, body }) => Object.values(pick(body, entry.term.raw ? ['event'] : ['corrects']))));
    for (const said of this.said) {
      await this.underItsKey(said);
      const command = nameOf(said);
      const body = namingItsRecord(said);
      // What was corrected or taken back is in the record no more: to say it again is new.
      if (!body || said.answer.eventIds.some((id) => gone.has(id))) continue;
      if (isOneMore(command, body) || COMES_BACK.has(command)) continue;
      expect({ command, body, made: await this.made(said.entry, body) }).toEqual({ command, body, made: 0 });
    }
  }

  private async say(command: string, body: object): Promise<CommandAnswer | string> {
    const entry = this.known.get(command)!;
    const key = `k-${this.#keys++}`;
    const answer = await this.send(entry, body, key);
    if (typeof answer === 'string' || answer.eventIds.length === 0) return answer;
    const said = { entry, body, key, answer };
    this.said.push(said);
    await this.underItsKey(said);
    await this.underAnother(said);
    return answer;
  }

  private async underItsKey({ entry, body, key, answer }: Said): Promise<void> {
    const before = await this.bench.count();
    expect(await this.send(entry, body, key)).toEqual({ ...answer, replayed: true });
    expect(await this.bench.count()).toBe(before);
  }

  private async underAnother(said: Said): Promise<void> {
    const { entry, body } = said;
    const command = nameOf(said);
    const naming = namingItsRecord(said);
    if (targetOf(entry.definition, body).kind === 'created') {
      expect({ command, canNameItsRecord: naming !== undefined }).toEqual({ command, canNameItsRecord: true });
      const { length } = await this.bench.stream(said.answer.streamId);
      const other = await this.send(entry, body, `k-${this.#keys++}`);
      expect(other).toMatchObject({ streamId: expect.not.stringMatching(said.answer.streamId), replayed: false });
      expect(await this.bench.stream(said.answer.streamId)).toHaveLength(length);
    }
    if (isOneMore(command, body)) return;
    const again = await this.send(entry, naming!, `k-${this.#keys++}`);
    const expected = 'corrects' in body ? 'record.not-the-head' : (TELLS_INSTEAD[command] ?? []);
    expect({ command, body: naming, again: typeof again === 'string' ? again : again.eventIds }).toEqual({
      command,
      body: naming,
      again: expected,
    });
  }

  private async made(entry: CatalogueEntry, body: object): Promise<number> {
    const before = await this.bench.count();
    await this.send(entry, body, `k-${this.#keys++}`);
    return (await this.bench.count()) - before;
  }

  /** The answer, or the code of the refusal, which the command tells of. */
  private async send(entry: CatalogueEntry, body: object, key: string): Promise<CommandAnswer | string> {
    const principal = this.bench.vault.principalNamed({ kind: 'generator', name: 'walker' });
    try {
      return await this.#recorder.record({ entry, body, principal, key, correlationId: 'c-walk' });
    } catch (error) {
      if (error instanceof StreamNotFound) return error.message;
      const { code } = error as Refusal;
      if (code === undefined) throw error;
      expect(entry.definition.refusals.concat('command.invalid', code.startsWith('record.') ? code : [])).toContain(code);
      return code;
    }
  }
}

const bench = new RecordingBench();
afterAll(() => bench.close());

async function go(term: string, { journey, tries }: Walk, known: Entries = entries): Promise<readonly string[]> {
  const walker = new Walker(bench, known);
  await walker.follow(journey);
  await walker.attempt(term, tries);
  await walker.sayAllAgain();
  return walker.said.map(nameOf);
}

describe('a repeated command records nothing', () => {
  const recorded = new Set<string>();

  it.each(journeys.map((journey) => [journey.name, journey] as const))('in the journey %s, corrections and all', async (_, { steps }) => {
    for (const name of await go('', { journey: steps.filter(isRecorded), tries: [] })) recorded.add(name);
  });

  it.each(terms.map((term) => [term.name, term] as const))(
    'wherever %s goes',
    async (name, term) => {
      const walks = fc.asyncProperty(walkOf(term), async (walk) => {
        for (const command of await go(name, walk)) recorded.add(command);
      });
      await fc.assert(walks, { numRuns: 40 + 8 * term.commands.length, seed: SEED });
    },
    60_000,
  );

  it('and every command was recorded somewhere', () => {
    expect([...entries.keys()].filter((command) => !recorded.has(command))).toEqual([]);
  });
});

describe('the law', () => {
  const created: Try = {
    command: 'create-exchange-group',
    body: { name: { nl: 'Groep', fr: 'Groupe' }, occurred: { from: '2021-01-10' } },
  };
  const meeting = { group: '$0', heads: { value: 8, exactness: 'exact' } };
  const met = (day: string): Try => ({ command: 'hold-exchange-group-meeting', body: { ...meeting, occurred: { from: day } } });
  const walk: Walk = { journey: [], tries: [created, met('2021-03-20'), met('2021-06-15')] };

  /** The same commands, of which one sees another state than there is. */
  const seeing = (command: string, state: (state: any) => object): Entries => {
    const entry = entries.get(command)!;
    const decide: CommandDefinition['decide'] = (body, real, context) => entry.definition.decide(body, state(real), context);
    return new Map([...entries, [command, { ...entry, definition: { ...entry.definition, decide } }]]);
  };

  it('holds on a walk of which all is recorded', async () => {
    expect(await go('exchange-group', walk)).toEqual([
      'create-exchange-group',
      'hold-exchange-group-meeting',
      'hold-exchange-group-meeting',
    ]);
  });

  it('catches a decision that forgets everything (planted defect)', async () => {
    const forgetful = seeing('hold-exchange-group-meeting', (state) => ({ ...state, meetings: [] }));
    await expect(go('exchange-group', walk, forgetful)).rejects.toThrow('again');
  });

  it('catches a decision that remembers only the last (planted defect)', async () => {
    const shortOfMemory = seeing('hold-exchange-group-meeting', (state) => ({ ...state, meetings: state.meetings.slice(-1) }));
    await expect(go('exchange-group', walk, shortOfMemory)).rejects.toThrow('hold-exchange-group-meeting');
    await go('exchange-group', { ...walk, tries: walk.tries.slice(0, 2) }, shortOfMemory);
  });
});
