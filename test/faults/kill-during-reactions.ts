import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { SeededDraw } from '@app/partnership/synthetic/seeded-draw';
import { ServiceProcess } from './service-process';

// kill -9 the service again and again while paid meetings are recorded. In the end everybody who was present at an acknowledged meeting must have been
// paid once, and nobody else at all. `--planted-defect` starts a service that saves the reactions' checkpoints before it carries them out: then this
// script must find an unpaid person, or it guards nothing.

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '20' },
    seed: { type: 'string', default: '1' },
    'planted-defect': { type: 'boolean', default: false },
  },
});
const kills = Number(values.kills);
const draw = new SeededDraw(Number(values.seed));
const defect = values['planted-defect'];

interface Answer {
  readonly streamId: string;
  readonly eventIds: readonly string[];
}

interface Listed {
  readonly id: string;
  readonly type: string;
  readonly causationId?: string;
  readonly data: { readonly payee?: string };
}

let service: ServiceProcess;
let token = '';

/** Sends it until it is answered. */
async function record(command: string, key: string, body: object): Promise<Answer> {
  for (;;) {
    try {
      const response = await fetch(`${service.base}/api/commands/${command}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
      if (response.ok) return (await response.json()) as Answer;
      if (response.status !== 503) throw new Error(`refused: ${key}: ${response.status} ${await response.text()}`);
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('refused')) throw error;
    }
    await pause(20);
  }
}

/** Until every reaction stands at the end of a log that grows no more. */
async function settled(): Promise<void> {
  for (let quiet = 0; quiet < 20;) {
    const response = await fetch(`${service.base}/api/reactions`);
    const { reactions } = (await response.json()) as { reactions: { state: string; waiting: number }[] };
    quiet = reactions.every(({ state, waiting }) => state === 'running' && waiting === 0) ? quiet + 1 : 0;
    await pause(100);
  }
}

async function run(): Promise<number> {
  service = await ServiceProcess.make(defect ? 'plant-early-checkpoint.cjs' : undefined);
  token = await service.makeToken();
  await service.start();
  const occurred = { from: '2021-01-01' };
  const { streamId: community } = await record('start-community', 'community', { kind: 'other', title: { nl: 'A', fr: 'A' }, occurred });
  await record('agree-participation-fee', 'fee', { paidFor: community, model: 'lump-sum', amountCents: 100, occurred });
  const present = Array.from({ length: 12 }, (_, n) => `pro-p${n}`);
  const meetings = new Set<string>();
  let stop = false;
  const recording = (async () => {
    for (let number = 1; !stop; number++) {
      const { eventIds } = await record('hold-community-meeting', `meeting-${number}`, { community, number, present, occurred });
      meetings.add(eventIds[0]!);
      await pause(draw.below(30));
    }
  })();
  // A failure is told when the kills are over.
  recording.catch(() => undefined);
  for (let n = 0; n < kills; n++) {
    await pause(300 + draw.below(900));
    await service.kill();
    await service.start();
  }
  stop = true;
  await recording;
  await settled();
  const log = await service.log<Listed>();
  await service.kill();
  const payments = log.filter(({ type }) => type === 'ParticipationPaid').map(({ causationId, data }) => `${causationId} ${data.payee}`);
  const paid = new Set(payments);
  const owed = [...meetings].flatMap((meeting) => present.map((payee) => `${meeting} ${payee}`));
  const unpaid = owed.filter((due) => !paid.has(due)).length;
  const twice = payments.length - paid.size;
  const unasked = [...paid].filter((payment) => !meetings.has(payment.split(' ')[0]!)).length;
  process.stdout.write(
    `${kills} kills, ${meetings.size} meetings, ${payments.length} payments: ${unpaid} unpaid, ${twice} twice, ${unasked} unasked\n`,
  );
  if (defect) {
    process.stdout.write(unpaid > 0 ? 'the planted defect was caught\n' : 'the planted defect was NOT caught\n');
    return unpaid > 0 ? 0 : 1;
  }
  return unpaid + twice + unasked === 0 ? 0 : 1;
}

void ServiceProcess.finish(run(), () => service);
