import { defineEvent, type RandomSource, Sealed } from '@app/decider';
import { createHash } from 'node:crypto';
import { decodeEvent, encodeEvent, type EventToEncode, leafHash, leafText, openSealed, type SealingSlots, verifyEvent } from '.';
import vectors from './envelope-vectors.json';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The test-only inputs of the vectors, handed out in the order that `encodeEvent` documents. */
class VectorRandom implements RandomSource {
  private readonly queue: Buffer[];

  constructor(eventId: string, names: readonly string[], decoys: number, kids: readonly string[]) {
    this.queue = [
      ...names.map((name) => sha256(`salt|${eventId}|${name}`).subarray(0, 16)),
      ...Array.from({ length: decoys }, (_, j) => sha256(`decoy|${eventId}|${j}`)),
      ...kids.map((kid) => sha256(`iv|${eventId}|${kid}`).subarray(0, 12)),
    ];
  }

  bytes(length: number): Buffer {
    const next = this.queue.shift();
    if (next?.length !== length) throw new Error(`asked for ${length} bytes, the vectors hold ${next?.length} here`);
    return next;
  }
}

const ConcertationHeld = defineEvent<{
  kind: string;
  mode: string;
  durationMinutes: number;
  participants: object;
  structures: readonly string[];
  present: Sealed<boolean>;
  remark: Sealed<string>;
}>()({
  type: 'ConcertationHeld',
  version: 1,
  subject: 'care',
  tense: 'fact',
  fields: {
    kind: 'core',
    mode: 'core',
    durationMinutes: 'core',
    participants: 'core',
    structures: 'more',
    present: 'quasi',
    remark: 'personal',
  },
});

const SessionHeld = defineEvent<{ kind: string; headCount: object }>()({
  type: 'SessionHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { kind: 'core', headCount: 'core' },
});

const kid = 'rlyxCimTMjm1XFs_QM_EAQ';

const held: EventToEncode = {
  id: vectors.held.eventId,
  streamId: 'concertation-5ZlV0x1mS0yq0f2cF2o3bw',
  revision: 2,
  definition: ConcertationHeld,
  subject: 'care',
  data: {
    kind: 'multidisciplinary',
    mode: 'online',
    durationMinutes: 75,
    participants: { nurse: 2, generalPractitioner: 1 },
    structures: ['org-2LpA', 'org-7VbN'],
    present: new Sealed(true),
    remark: new Sealed('daughter will call the nurse'),
  },
  occurred: { from: '2026-11-20', to: '2026-11-20', nature: 'point', precision: 'day' },
  recordedAt: '2026-11-22T09:14:03.512Z',
  actor: 'acct-Qm3v',
  organisation: 'org-9XkT',
  team: 'team-4',
  territory: { code: 'Z-N', level: 'zone', hierarchy: '2022' },
  planRefs: [{ plan: '2026', action: 18 }],
  source: 'synthetic',
  correlationId: 'c-81f0',
  causationId: '9d1e4f7a-0b52-8c63-a4d1-6e2f70b3c9a5',
  subjects: [kid],
  language: 'nl',
  keyTag: 'kT0',
  bodyTag: 'bT0',
};

const session: EventToEncode = {
  id: vectors.session.eventId,
  streamId: 'session-pN7c3T0hQe2Vf1yRk8sWgA',
  revision: 0,
  definition: SessionHeld,
  subject: 'professional',
  data: { kind: 'information', headCount: { socialWorker: 5, nurse: 7 } },
  occurred: { from: '2021-03-29', to: '2021-04-01', nature: 'set', dates: ['2021-03-29', '2021-04-01'], precision: 'day' },
  recordedAt: '2026-11-22T09:02:41.007Z',
  actor: 'acct-import',
  organisation: 'org-9XkT',
  planRefs: [{ plan: '2021', action: 6 }],
  source: 'document',
  correlationId: 'c-77ab',
  subjects: [],
  sourceRef: { ref: 'S000', locator: 595 },
  keyTag: 'kT1',
  bodyTag: 'bT1',
};

const slots: SealingSlots = {
  textSlot: () => {
    throw new Error('no vector has a text slot');
  },
  subjectSlot: () => ({ kid, key: sha256(`dek|${kid}`) }),
};

const cases = [
  {
    name: 'held' as const,
    event: held,
    random: () => new VectorRandom(held.id, ['core', 'more', 'i', 'q.zone', 'p.0', 'q.0.language', 'q.0.present'], 1, [kid]),
  },
  { name: 'session' as const, event: session, random: () => new VectorRandom(session.id, ['core', 'i'], 6, []) },
];

describe('the frozen vectors of envelope v1', () => {
  it.each(cases)('$name is stored byte for byte', ({ name, event, random }) => {
    expect(encodeEvent(event, slots, random()).bytes.toString('utf8')).toBe(vectors[name].stored);
  });

  it.each(cases)('$name has its leaf and leaf hash, with and without what is sealed', ({ name }) => {
    const whole = JSON.parse(vectors[name].stored) as { commitments: string[]; sealed: unknown[] };
    const erased = JSON.parse(JSON.stringify({ ...whole, sealed: [] })) as typeof whole;
    for (const { commitments } of [whole, erased]) {
      expect(leafText(vectors[name].eventId, commitments)).toBe(vectors[name].leaf);
      expect(leafHash(leafText(vectors[name].eventId, commitments))).toBe(vectors[name].leafHash);
    }
  });

  it.each(cases)('$name is intact, and decodes to what was encoded', ({ name, event }) => {
    const bytes = Buffer.from(vectors[name].stored, 'utf8');
    expect(verifyEvent(bytes)).toEqual([]);
    const decoded = decodeEvent({
      id: event.id,
      streamId: event.streamId,
      revision: BigInt(event.revision),
      type: event.definition.type,
      position: '0001-0000000000000001',
      bytes,
    });
    const { definition, data, language, ...same } = event;
    const { present, remark, ...clear } = data as Record<string, unknown>;
    const { commitments, sealed } = JSON.parse(vectors[name].stored) as { commitments: string[]; sealed: object[] };
    expect(decoded).toEqual({
      ...same,
      type: definition.type,
      schemaVersion: 1,
      data: clear,
      sealed,
      ...(sealed.length > 0 ? { commitments } : {}),
    });
  });

  it('the sealed part of held opens with its key', () => {
    const { commitments, sealed } = JSON.parse(vectors.held.stored) as { commitments: string[]; sealed: [never] };
    expect(openSealed({ id: vectors.held.eventId, commitments }, sealed[0], sha256(`dek|${kid}`))).toEqual({
      text: {},
      personal: { remark: 'daughter will call the nurse' },
      quasi: { language: 'nl', present: true },
    });
  });
});
