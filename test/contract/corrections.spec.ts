import { type RecordedEvent, Refusal } from '@app/decider';
import { createFactsProjection } from '@app/indicators';
import { terms } from '@app/partnership';
import { Admission, catalogueOf, type CommandAnswer } from '@app/recording';
import Sqlite from 'better-sqlite3';
import { filled, isCorrection, journeys, type Made } from '../acceptance/journeys';
import { type BodySchema, isStreamOf } from '../support/arbitrary-body';
import { type Course, courses } from '../support/courses';
import { RecordingBench } from '../support/recording-bench';

/*
 * Whatever was recorded can be corrected and withdrawn by a later event with a reason, the original stays as it was, and the facts follow. For every
 * event type of every term, over the journeys and the courses beside them:
 *
 * 1. Corrected at once by the same command with the same body, it is recorded again, names what it corrects, and leaves the open facts as they were.
 * 2. Corrected so after everything that came later, it is too, or a refusal says what stands against it; the open facts stay as they were.
 * 3. Withdrawn at once, it leaves the open facts as they were before it. The first event of a stream waits until nothing rests on it.
 */

const entries = catalogueOf(terms);
const admission = new Admission();
const NOW = Date.parse('2026-01-02T09:00:00.000Z');
const facts = createFactsProjection(terms);

interface Said {
  readonly command: string;
  readonly body: object;
  readonly answer: CommandAnswer;
  readonly types: readonly string[];
}

type Principal = { readonly kind: 'operator' | 'generator' };

/** The facts that stand, as figures see them. */
function standing(events: readonly RecordedEvent[]): readonly unknown[] {
  const db = new Sqlite(':memory:');
  facts.create(db);
  facts.index?.(db);
  const projected = events.map((event, n) => ({
    kind: 'event' as const,
    position: `0001-${String(n + 1).padStart(16, '0')}`,
    ordinal: n + 1,
    event,
  }));
  facts.open(db)(projected);
  // A gathering that is recorded again may have another key of its own: how many there are must stay.
  const open = `FROM facts_named WHERE known_to = ${Number.MAX_SAFE_INTEGER}`;
  const gatherings = db.prepare(`SELECT count(DISTINCT occurrence_key) AS gatherings ${open}`).all();
  const rows = db
    .prepare(
      `SELECT fact_type, count_kind, v, lo, hi, exactness, subject_key, group_key, series_key, on_from, on_to, valid_to, dims ${open}
       ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13`,
    )
    .all();
  db.close();
  return [...gatherings, ...rows];
}

/** The body with the stream that the command made, so that it speaks of that record. */
function ofItsRecord(command: string, body: object, streamId: string): object {
  const { term, definition } = entries.get(command)!;
  if (definition.target(body).kind !== 'created') return body;
  const { properties = {} } = admission.schemaOf(entries.get(command)!) as BodySchema;
  const names = Object.keys(properties).filter((field) => isStreamOf(term.name, properties[field]!));
  return names
    .map((field) => ({ ...body, [field]: streamId }))
    .find((candidate) => {
      const target = definition.target(candidate);
      return target.kind === 'existing' && target.streamId === streamId;
    })!;
}

async function outcome(work: Promise<CommandAnswer>): Promise<CommandAnswer | string> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
}

const all = async (bench: RecordingBench): Promise<readonly RecordedEvent[]> =>
  (await Array.fromAsync(bench.store.readAll(undefined))).map(bench.read);

/** A record that has gone a journey up to some step. */
async function gone(journey: Course, length: number) {
  const bench = new RecordingBench();
  bench.clock.wall = NOW;
  const recorder = bench.recorder();
  const sender: Principal = { kind: journey.principal ?? 'operator' };
  const send = (command: string, body: object) => bench.send(recorder, command, body, sender);
  const made = new Map<string, Made>();
  const said: Said[] = [];
  for (const { command, body, as } of recordedSteps(journey).slice(0, length)) {
    const sent = filled(body, made) as object;
    const answer = await send(command, sent);
    const types = (await bench.stream(answer.streamId)).filter(({ id }) => answer.eventIds.includes(id)).map(({ type }) => type);
    said.push({ command, body: sent, answer, types });
    if (as !== undefined) made.set(as, answer);
  }
  return { bench, send, said };
}

const correctAgain = ({ command, body, answer }: Said): object => ({
  ...ofItsRecord(command, body, answer.streamId),
  corrects: answer.eventIds[0],
  correctionReason: 'typing-error',
});

const recordedSteps = (journey: Course) => journey.steps.filter((step) => step.refused === undefined);

const corrected = new Set<string>();
const withdrawn = new Set<string>();

const everyCourse: readonly Course[] = [...journeys, ...courses];

describe.each(everyCourse.map((journey) => ({ name: journey.name, journey })))('$name', ({ journey }) => {
  const steps = recordedSteps(journey);

  it('can be corrected and withdrawn at every step, and the facts follow', async () => {
    for (let length = 1; length <= steps.length; length++) {
      const { bench, send, said } = await gone(journey, length);
      const last = said.at(-1)!;
      if (last.answer.eventIds.length > 0 && !entries.get(last.command)!.term.raw) {
        const before = await all(bench);
        const again = await outcome(send(last.command, correctAgain(last)));
        const place = `${length}: ${last.command}`;
        expect([place, typeof again === 'string' ? again : 'recorded']).toEqual([place, 'recorded']);
        const after = await all(bench);
        const [correction] = after.slice(before.length);
        expect(correction).toMatchObject({ type: last.types[0], corrects: last.answer.eventIds[0], correctionReason: 'typing-error' });
        expect(after.slice(0, before.length)).toEqual(before);
        expect([place, standing(after)]).toEqual([place, standing(before)]);
        corrected.add(last.types[0]!);
      }
      bench.close();
    }
    for (let length = 1; length <= steps.length; length++) {
      // A correction that is withdrawn takes what it corrected along.
      if (isCorrection(steps[length - 1]!)) continue;
      const { bench, send, said } = await gone(journey, length);
      const last = said.at(-1)!;
      const before = (await all(bench)).filter(({ id }) => !last.answer.eventIds.includes(id));
      for (const [n, event] of [...last.answer.eventIds.entries()].reverse()) {
        if (entries.get(last.command)!.term.raw) continue;
        const place = `${length}: ${last.types[n]}`;
        const result = await outcome(send('withdraw-record', { stream: last.answer.streamId, event, reason: 'test-entry' }));
        expect([place, typeof result === 'string' ? result : 'recorded']).toEqual([place, 'recorded']);
        withdrawn.add(last.types[n]!);
      }
      if (!entries.get(last.command)!.term.raw) expect([length, standing(await all(bench))]).toEqual([length, standing(before)]);
      bench.close();
    }
  });

  it('leaves the facts as they were when a step is corrected later', async () => {
    const first = steps.findIndex(isCorrection);
    const length = first < 0 ? steps.length : first;
    for (let step = 0; step < length; step++) {
      const { bench, send, said } = await gone(journey, length);
      const earlier = said[step]!;
      if (earlier.answer.eventIds.length > 0 && !entries.get(earlier.command)!.term.raw) {
        const before = standing(await all(bench));
        const place = `${step + 1}: ${earlier.command}`;
        const again = await outcome(send(earlier.command, correctAgain(earlier)));
        const told = [...entries.get(earlier.command)!.definition.refusals, 'record.not-the-head', 'record.unknown-event'];
        expect([place, typeof again === 'string' && !told.includes(again) ? again : 'as told']).toEqual([place, 'as told']);
        expect([place, standing(await all(bench))]).toEqual([place, before]);
        if (typeof again !== 'string') corrected.add(earlier.types[0]!);
      }
      bench.close();
    }
  });
});

const travelled = new Set(everyCourse.flatMap(({ steps }) => steps.map(({ command }) => entries.get(command)?.term.name)));

// In a block of its own: tests outside of one run first. That every term has a journey is for the journeys to prove.
describe('every event', () => {
  it.each(terms.filter(({ name, raw }) => !raw && travelled.has(name)).map((term) => [term.name, term] as const))(
    'of %s was corrected and withdrawn',
    (_, term) => {
      const types = term.events.map(({ type }) => type);
      expect(types.filter((type) => !withdrawn.has(type))).toEqual([]);
      // What only comes along with another event is corrected by correcting that one.
      expect(types.filter((type) => !corrected.has(type))).toEqual([]);
    },
  );
});
