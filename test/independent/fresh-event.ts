import { encodeEvent, leafHash, leafText, PooledRandom } from '@app/audit';
import { defineEvent, Sealed, type SealedText } from '@app/decider';
import type { IndependentCase } from './open-event';

interface HeldData {
  readonly kind: string;
  readonly structures: readonly string[];
  readonly present: boolean;
  readonly remark: SealedText;
  readonly decision: SealedText;
}

const Held = defineEvent<HeldData>()({
  type: 'ConcertationHeld',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: { kind: 'core', structures: 'more', present: 'quasi', remark: 'personal', decision: 'text' },
});

/** An event encoded now, with random salts and keys, with every kind of part that an event can have, and what is needed to open it. */
export function freshEvent(): IndependentCase {
  const random = new PooledRandom();
  const slot = () => ({ kid: random.bytes(16).toString('base64url'), key: random.bytes(32) });
  const [subject, text] = [slot(), slot()];
  const id = '7b3f0c52-6a1e-8d44-9c0b-2f61d0a9e873';
  const data: HeldData = {
    kind: 'multidisciplinary',
    structures: ['org-a', 'org-b'],
    present: true,
    remark: new Sealed('caf\u00e9, "na\u00efve" \u2014 \u{1F600}\n\t\u0001\u007f\u2028'),
    decision: new Sealed('y'.repeat(5000)),
  };
  const encoded = encodeEvent(
    {
      id,
      streamId: 'concertation-A',
      revision: 0,
      definition: Held,
      subject: 'care',
      data,
      occurred: { from: '2021-03-29', to: '2021-03-29', nature: 'point', precision: 'day', raw: '29 mars' },
      recordedAt: '2021-06-16T08:00:00.000Z',
      actor: 'acct-a',
      organisation: 'org-a',
      territory: { code: 'Z-N', level: 'zone', hierarchy: '2022' },
      planRefs: [{ plan: '2021', action: 18 }],
      source: 'synthetic',
      correlationId: 'c-1',
      subjects: [subject.kid],
      language: 'fr',
      keyTag: 'k',
      bodyTag: 'b',
    },
    { textSlot: () => text, subjectSlot: () => subject },
    random,
  );
  const stored = encoded.bytes.toString('utf8');
  const { commitments } = JSON.parse(stored) as { commitments: string[] };
  return {
    eventId: id,
    stored,
    leafHash: leafHash(leafText(id, commitments)),
    slots: [subject, text].map(({ kid, key }) => ({ kid, key: key.toString('base64url') })),
  };
}

if (require.main === module) process.stdout.write(`${JSON.stringify(freshEvent())}\n`);
