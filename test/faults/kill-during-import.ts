import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { generateActivity, type GeneratedLine } from '@app/partnership';
import { SeededDraw } from '@app/partnership/synthetic/seeded-draw';
import { ServiceProcess } from './service-process';

// kill -9 the service again and again while a client records. The client writes down what was acknowledged; in the end every acknowledged event must
// stand in the log exactly once, and nothing else may stand there. `--planted-defect` starts a service that acknowledges before it commits: then this
// script must find a loss, or it guards nothing.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '50' },
    seed: { type: 'string', default: '1' },
    'planted-defect': { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
const draw = new SeededDraw(Number(values.seed));
const defect = values['planted-defect'];
interface Acknowledged {
  readonly eventIds: readonly string[];
  readonly streamId: string;
}

let service: ServiceProcess;
let token = '';

const acknowledged = new Map<string, Acknowledged>();

const referencesOf = (body: object): readonly string[] =>
  Object.values(body).flatMap((value: unknown) => (value as { $ref?: string } | null)?.$ref ?? []);

const refOf = (body: object): object =>
  Object.fromEntries(
    Object.entries(body).map(([field, value]: [string, unknown]) => {
      const reference = (value as { $ref?: string } | null)?.$ref;
      return [field, reference === undefined ? value : acknowledged.get(reference)!.streamId];
    }),
  );

/** Sends one line until it is answered; what the killed service swallowed is sent again with the same key. */
async function record(line: GeneratedLine): Promise<void> {
  if (!referencesOf(line.body).every((key) => acknowledged.has(key))) return;
  for (;;) {
    try {
      const response = await fetch(`${service.base}/api/commands/${line.command}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': line.key, 'content-type': 'application/json' },
        body: JSON.stringify(refOf(line.body)),
      });
      const answer = (await response.json()) as Acknowledged & { code?: string };
      if (response.ok) {
        acknowledged.set(line.key, answer);
        return;
      }
      // Of a service that acknowledges too early, the stream itself may be what was lost.
      if (response.status === 409 || (defect && response.status === 404)) return;
      if (response.status !== 503) throw new Error(`${line.key}: ${response.status} ${answer.code}`);
    } catch (error) {
      if (error instanceof Error && /^synthetic:/.test(error.message)) throw error;
    }
    await pause(20);
  }
}

async function client(lines: Iterator<GeneratedLine>, stopped: () => boolean): Promise<void> {
  const chain = new Map<string, Promise<void>>();
  const busy = new Set<Promise<void>>();
  while (!stopped()) {
    const { value: line, done } = lines.next();
    if (done) return;
    const after = Object.values(line.body).map(
      (value: unknown) => chain.get((value as { $ref?: string } | null)?.$ref ?? '') ?? Promise.resolve(),
    );
    const work = Promise.all(after).then(() => record(line));
    chain.set(line.key, work);
    busy.add(work);
    const forget = (): boolean => busy.delete(work);
    work.then(forget, forget);
    if (busy.size >= 16) await Promise.race(busy);
  }
  await Promise.all(busy);
}

async function run(): Promise<number> {
  service = await ServiceProcess.make(defect ? 'plant-early-acknowledgement.cjs' : undefined);
  token = await service.makeToken();
  await service.start();
  let stop = false;
  const lines = generateActivity({ seed: Number(values.seed), teams: 7, days: 10_000, from: '2001-01-01' });
  const recording = client(lines, () => stop);
  // A failure is told when the kills are over.
  recording.catch(() => undefined);
  for (let n = 0; n < kills; n++) {
    await pause(150 + draw.below(600));
    await service.kill();
    await service.start();
  }
  stop = true;
  await recording;
  if (defect) await pause(1_000);
  const log = (await service.log()).map(({ id }) => id);
  await service.kill();
  const standing = new Set(log);
  const promised = [...acknowledged.values()].flatMap(({ eventIds }) => eventIds);
  const lost = promised.filter((id) => !standing.has(id)).length;
  const doubled = log.length - standing.size;
  const asked = new Set(promised);
  const unasked = log.filter((id) => !asked.has(id)).length;
  process.stdout.write(
    `${kills} kills, ${acknowledged.size} commands acknowledged, ${promised.length} events: ${lost} lost, ${doubled} doubled, ${unasked} unasked\n`,
  );
  if (defect) {
    process.stdout.write(lost > 0 ? 'the planted defect was caught\n' : 'the planted defect was NOT caught\n');
    return lost > 0 ? 0 : 1;
  }
  return lost + doubled + unasked === 0 ? 0 : 1;
}

void ServiceProcess.finish(run(), () => service);
