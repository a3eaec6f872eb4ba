import {
  defineEvent,
  type EventDefinition,
  type FieldClass,
  type JsonObject,
  type Occurred,
  type RandomSource,
  Refusal,
  Sealed,
  type SubjectKind,
  type Territory,
} from '@app/decider';
import type { StoredEvent } from '@app/event-store';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import {
  BadValue,
  decodeEvent,
  encodeEvent,
  type EventToEncode,
  jcs,
  leafHash,
  leafText,
  openSealed,
  PooledRandom,
  SealBroken,
  type SealingSlots,
  Undecodable,
  verifyEvent,
} from '.';

/** Distinct, repeatable bytes. */
class CountingRandom implements RandomSource {
  private count = 0;

  bytes(length: number): Buffer {
    this.count += 1;
    return createHash('sha512').update(String(this.count)).digest().subarray(0, length);
  }
}

const ID = '7b3f0c52-6a1e-8d44-9c0b-2f61d0a9e873';
const TEXT = { kid: 'TTTTTTTTTTTTTTTTTTTTTT', key: Buffer.alloc(32, 1) };
const SUBJECT = { kid: 'SSSSSSSSSSSSSSSSSSSSSS', key: Buffer.alloc(32, 2) };
const slots: SealingSlots = { textSlot: () => TEXT, subjectSlot: () => SUBJECT };
const keyOf = (kid: string): Buffer => (kid === TEXT.kid ? TEXT.key : SUBJECT.key);

const definitionOf = (fields: Record<string, FieldClass>, subject: SubjectKind): EventDefinition =>
  defineEvent<any>()({ type: 'ThingHappened', version: 3, subject, tense: 'fact', fields });

const day: Occurred = { from: '2021-03-29', to: '2021-03-29', nature: 'point', precision: 'day' };

const eventOf = (overrides: Partial<EventToEncode> = {}): EventToEncode => ({
  id: ID,
  streamId: 'thing-A',
  revision: 4,
  definition: definitionOf({}, 'professional'),
  subject: 'professional',
  data: {},
  occurred: day,
  recordedAt: '2021-06-16T08:00:00.000Z',
  actor: 'acct-a',
  organisation: 'org-a',
  planRefs: [],
  source: 'form',
  correlationId: 'c-1',
  subjects: [],
  keyTag: 'k',
  bodyTag: 'b',
  ...overrides,
});

const encode = (event: EventToEncode): Buffer => encodeEvent(event, slots, new CountingRandom()).bytes;

const storedOf = (event: EventToEncode, bytes: Buffer): StoredEvent => ({
  id: event.id,
  streamId: event.streamId,
  revision: BigInt(event.revision),
  type: event.definition.type,
  position: '0001-0000000000000001',
  bytes,
});

interface Parsed {
  open: [string, string, any][];
  sealed: { kid: string; n: number; iv: string; ct: string }[];
  commitments: string[];
  v: number;
}
const parsed = (bytes: Buffer): Parsed => JSON.parse(bytes.toString('utf8')) as Parsed;
const openOf = (bytes: Buffer): Record<string, any> => Object.fromEntries(parsed(bytes).open.map(([, name, value]) => [name, value]));

const openedOf = (event: EventToEncode, bytes: Buffer) => {
  const decoded = decodeEvent(storedOf(event, bytes));
  return decoded.sealed.map((part) => ({ kid: part.kid, ...openSealed(decoded, part, keyOf(part.kid)) }));
};

const json = fc.oneof(
  fc.boolean(),
  fc.maxSafeInteger(),
  fc.string({ unit: 'grapheme' }),
  fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.string()),
);
const fieldClass = fc.constantFrom<FieldClass>('core', 'public-text', 'more', 'internal', 'zone', 'quasi', 'personal', 'text');
const fieldName = fc.stringMatching(/^[a-z][A-Za-z0-9]{0,10}$/).filter((name) => !['territory', 'language'].includes(name));
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(arbitrary, { nil: undefined });
const territory = fc.record({
  code: fc.constantFrom('21004', 'Z-N', 'BRU'),
  level: fc.constantFrom<Territory['level']>('region', 'zone', 'commune', 'quarter', 'postal', 'sector', 'outside'),
  hierarchy: fc.constant('2022'),
});

const anyEvent = fc
  .record({
    subject: fc.constantFrom<SubjectKind>('care', 'professional', 'structure', 'none'),
    fields: fc.uniqueArray(fc.tuple(fieldName, fieldClass, optional(json)), { selector: ([name]) => name, maxLength: 12 }),
    territory: optional(territory),
    team: optional(fc.constant('team-4')),
    onBehalfOf: optional(fc.constant('org-b')),
    corrects: optional(fc.constant(ID)),
    causationId: optional(fc.constant(ID)),
    correctionReason: optional(fc.constant('wrong-date')),
    language: optional(fc.constantFrom('nl', 'fr')),
    sourceRef: optional(fc.constant({ ref: 'S000', locator: 595, raw: '+/-77' })),
    planRefs: fc.array(fc.record({ plan: fc.constant('2021'), action: fc.integer({ min: 1, max: 98 }) }), { maxLength: 3 }),
    subjects: fc.constantFrom<readonly string[]>([], [SUBJECT.kid]),
  })
  .map(({ fields, subject, ...envelope }) => ({
    fields,
    event: eventOf({
      ...envelope,
      subject,
      definition: definitionOf(Object.fromEntries(fields.map(([name, of]) => [name, of])), subject),
      data: Object.fromEntries(fields.map(([name, of, value]) => [name, value !== undefined && of === 'text' ? new Sealed(value) : value])),
    }),
  }));

describe('the codec', () => {
  it('gives back what it was given: in the clear by decoding, sealed by opening', () => {
    fc.assert(
      fc.property(anyEvent, ({ event, fields }) => {
        const bytes = encode(event);
        const of = (...classes: FieldClass[]): JsonObject =>
          Object.fromEntries(
            fields.filter(([, its, value]) => classes.includes(its) && value !== undefined).map(([name, , value]) => [name, value]),
          );
        const { definition, data: _data, territory: where, language, ...rest } = event;
        const care = event.subject === 'care';
        const finer = where !== undefined && ['commune', 'quarter', 'postal', 'sector'].includes(where.level);
        const { sealed, commitments, ...decoded } = decodeEvent(storedOf(event, bytes));
        expect(decoded).toEqual({
          ...rest,
          ...(where && !(care && finer) ? { territory: where } : {}),
          ...(language && !care ? { language } : {}),
          type: 'ThingHappened',
          schemaVersion: 3,
          data: of('core', 'public-text', 'more', 'internal', 'zone'),
        });
        expect(commitments).toEqual(sealed.length > 0 ? parsed(bytes).commitments : undefined);
        const opened = openedOf(event, bytes);
        const merged = (part: 'text' | 'personal' | 'quasi'): JsonObject => Object.assign({}, ...opened.map((each) => each[part]));
        expect({ text: merged('text'), personal: merged('personal'), quasi: merged('quasi') }).toEqual({
          text: of('text'),
          personal: of('personal'),
          quasi: { ...of('quasi'), ...(care && finer ? { territory: where } : {}), ...(care && language ? { language } : {}) },
        });
      }),
      { seed: 5, numRuns: 500 },
    );
  });

  it('makes canonical, intact bytes, with 8, 16, 32 or 64 commitments', () => {
    fc.assert(
      fc.property(anyEvent, ({ event }) => {
        const bytes = encode(event);
        expect(verifyEvent(bytes)).toEqual([]);
        expect(jcs(parsed(bytes))).toBe(bytes.toString('utf8'));
        expect([8, 16, 32, 64]).toContain(parsed(bytes).commitments.length);
      }),
      { seed: 6, numRuns: 300 },
    );
  });

  it('shows nothing sealed in the clear', () => {
    const secret = 'seldom-seen-value';
    fc.assert(
      fc.property(
        fc.constantFrom<FieldClass>('quasi', 'personal', 'text'),
        fc.constantFrom<SubjectKind>('care', 'professional'),
        (of, subject) => {
          const event = eventOf({
            subject,
            subjects: [SUBJECT.kid],
            definition: definitionOf({ note: of }, subject),
            data: { note: new Sealed(secret) },
          });
          expect(encode(event).toString('utf8')).not.toContain(secret);
          expect(JSON.stringify(decodeEvent(storedOf(event, encode(event))))).not.toContain(secret);
        },
      ),
      { seed: 7, numRuns: 20 },
    );
  });

  it('seals what is about a person under the slot of the person, typed text under the stream, and both under the stream when there is nobody', () => {
    const definition = definitionOf({ note: 'text', remark: 'personal', commune: 'quasi' }, 'care');
    const data = { note: new Sealed('n'), remark: 'r', commune: 'c' };
    const about = eventOf({ subject: 'care', subjects: [SUBJECT.kid], definition, data });
    expect(openedOf(about, encode(about))).toEqual([
      { kid: SUBJECT.kid, text: {}, personal: { remark: 'r' }, quasi: { commune: 'c' } },
      { kid: TEXT.kid, text: { note: 'n' }, personal: {}, quasi: {} },
    ]);
    const aboutNobody = eventOf({ subject: 'care', definition, data });
    expect(openedOf(aboutNobody, encode(aboutNobody))).toEqual([
      { kid: TEXT.kid, text: { note: 'n' }, personal: { remark: 'r' }, quasi: { commune: 'c' } },
    ]);
  });

  it.each<[string, Occurred, object]>([
    ['a day', day, { from: '2021-03', precision: 'month' }],
    [
      'an uncertain quarter',
      { from: '2021-01-01', to: '2021-03-31', nature: 'point', precision: 'quarter' },
      { from: '2021-01', to: '2021-03', precision: 'quarter' },
    ],
    [
      'a span',
      { from: '2021-03-01', to: '2021-04-02', nature: 'span', precision: 'day' },
      { from: '2021-03', to: '2021-04', nature: 'span', precision: 'month' },
    ],
  ])('shows %s of a care event in months, and keeps the days inside', (_name, occurred, on) => {
    const open = openOf(encode(eventOf({ subject: 'care', occurred })));
    expect([open['core'].on, open['i'].occurred]).toEqual([on, occurred]);
  });

  it('puts each territory where its level may be seen', () => {
    const placed = (level: Territory['level'], subject: SubjectKind) => {
      const open = openOf(encode(eventOf({ subject, territory: { code: 'X', level, hierarchy: '2022' } })));
      return [open['q.zone'], open['more']];
    };
    const inMore = (level: Territory['level']) => [undefined, { territory: { code: 'X', level, hierarchy: '2022' } }];
    expect(placed('zone', 'care')).toEqual([{ code: 'X', hierarchy: '2022' }, undefined]);
    expect(placed('zone', 'none')).toEqual([{ code: 'X', hierarchy: '2022' }, undefined]);
    expect(placed('region', 'care')).toEqual(inMore('region'));
    expect(placed('sector', 'professional')).toEqual(inMore('sector'));
    expect(placed('sector', 'care')).toEqual([undefined, undefined]);
  });

  it('writes a dimension once when the envelope and the data agree, and refuses when they do not', () => {
    const care = (language: string) =>
      eventOf({
        subject: 'care',
        subjects: [SUBJECT.kid],
        language: 'nl',
        definition: definitionOf({ language: 'quasi' }, 'care'),
        data: { language },
      });
    expect(openedOf(care('nl'), encode(care('nl')))).toEqual([{ kid: SUBJECT.kid, text: {}, personal: {}, quasi: { language: 'nl' } }]);
    expect(() => encode(care('fr'))).toThrow(new BadValue('key', 'language'));
  });

  it('refuses a field that its type does not declare, and a bad value by the name of its field', () => {
    expect(() => encode(eventOf({ data: { other: 1 } }))).toThrow(new BadValue('key', 'other'));
    expect(() => encode(eventOf({ definition: definitionOf({ n: 'core' }, 'none'), data: { n: 0.5 } }))).toThrow(
      new BadValue('number', 'n'),
    );
    expect(() => encode(eventOf({ definition: definitionOf({ n: 'core' }, 'none'), data: { n: new Sealed('x') } }))).toThrow(
      new BadValue('type', 'n'),
    );
  });

  it.each([
    [6, 8],
    [7, 16],
    [14, 16],
    [15, 32],
    [30, 32],
    [31, 64],
    [62, 64],
  ])('hides %i texts and two more parts among %i commitments', (texts, size) => {
    const names = Array.from({ length: texts }, (_, n) => `note${n}`);
    const fields = Object.fromEntries(names.map((name) => [name, 'text' as const]));
    const bytes = encode(eventOf({ definition: definitionOf(fields, 'none'), data: Object.fromEntries(names.map((name) => [name, 'x'])) }));
    expect(parsed(bytes).commitments).toHaveLength(size);
  });

  it('refuses more than 64 parts', () => {
    const names = Array.from({ length: 63 }, (_, n) => `note${n}`);
    const fields = Object.fromEntries(names.map((name) => [name, 'text' as const]));
    const event = eventOf({ definition: definitionOf(fields, 'none'), data: Object.fromEntries(names.map((name) => [name, 'x'])) });
    expect(() => encode(event)).toThrow(new Refusal('envelope.too-many-parts', { parts: 65, most: 64 }));
  });

  it('has one leaf, with and without the sealed parts', () => {
    const event = eventOf({ definition: definitionOf({ note: 'text' }, 'none'), data: { note: 'x' } });
    const whole = parsed(encode(event));
    const erased = parsed(Buffer.from(jcs({ ...whole, sealed: [] })));
    expect(whole.sealed).toHaveLength(1);
    expect(leafHash(leafText(ID, erased.commitments))).toBe(leafHash(leafText(ID, whole.commitments)));
  });
});

describe('a damaged event', () => {
  const event = eventOf({
    subject: 'care',
    subjects: [SUBJECT.kid],
    territory: { code: 'Z-N', level: 'zone', hierarchy: '2022' },
    definition: definitionOf({ kind: 'core', note: 'text' }, 'care'),
    data: { kind: 'a', note: 'x' },
  });
  const whole = (): Parsed => parsed(encode(event));
  const changed = (change: (envelope: Parsed) => void): Buffer => {
    const envelope = whole();
    change(envelope);
    return Buffer.from(jcs(envelope));
  };

  it.each<[string, Buffer]>([
    ['no JSON', Buffer.from('{')],
    ['no object', Buffer.from('[]')],
    ['another version', changed((envelope) => (envelope.v = 2))],
    ['no core', changed((envelope) => envelope.open.shift())],
    ['no i', changed((envelope) => envelope.open.splice(1, 1))],
    ['an unknown disclosure', changed((envelope) => envelope.open.push(['s', 'x', {}]))],
    ['a disclosure that is none', changed((envelope) => envelope.open.push(1 as never))],
    ['a sealed part that is none', changed((envelope) => envelope.sealed.push({ kid: 'k' } as never))],
    ['a revision that is text', changed((envelope) => (envelope.open[1]![2].revision = '4'))],
  ])('with %s is undecodable', (_name, bytes) => {
    expect(() => decodeEvent(storedOf(event, bytes))).toThrow(Undecodable);
    expect(verifyEvent(bytes)).not.toEqual([]);
  });

  it('in another place than its own is undecodable', () => {
    const stored = storedOf(event, encode(event));
    for (const elsewhere of [
      { ...stored, streamId: 'thing-B' },
      { ...stored, revision: 5n },
      { ...stored, type: 'OtherHappened' },
    ]) {
      expect(() => decodeEvent(elsewhere)).toThrow(new Undecodable(ID, 'it stands in another place than its own'));
    }
  });

  it('is found by its digests, whichever byte was changed', () => {
    const bytes = encode(event);
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at] = flipped[at]! ^ 1;
      const sealedFrom = bytes.indexOf('"sealed":');
      // What is sealed is proved by opening it, below; everything else without a key.
      if (at < sealedFrom && verifyEvent(flipped).length === 0) {
        expect(leafText(ID, parsed(flipped).commitments)).not.toBe(leafText(ID, parsed(bytes).commitments));
      }
    }
  });

  it.each<[string, (envelope: Parsed) => void, SealBroken['reason']]>([
    ['a changed ciphertext', ({ sealed }) => (sealed[0]!.ct = `A${sealed[0]!.ct.slice(1)}`), 'ciphertext'],
    ['a changed vector', ({ sealed }) => (sealed[0]!.iv = 'AAAAAAAAAAAAAAAA'), 'ciphertext'],
    ['a cut ciphertext', ({ sealed }) => (sealed[0]!.ct = 'AAAA'), 'ciphertext'],
    ['another count', ({ sealed }) => (sealed[0]!.n = 2), 'count'],
    [
      'other commitments',
      (envelope) => (envelope.commitments = envelope.commitments.map((digest) => digest.split('').reverse().join(''))),
      'commitment',
    ],
  ])('does not open with %s', (_name, change, reason) => {
    const decoded = decodeEvent(storedOf(event, changed(change)));
    expect(() => openSealed(decoded, decoded.sealed[0]!, TEXT.key)).toThrow(new SealBroken(ID, TEXT.kid, reason));
  });

  it('does not open with another key, nor as another event', () => {
    const decoded = decodeEvent(storedOf(event, encode(event)));
    const part = decoded.sealed[0]!;
    expect(() => openSealed(decoded, part, SUBJECT.key)).toThrow(new SealBroken(ID, TEXT.kid, 'ciphertext'));
    expect(() => openSealed({ ...decoded, id: 'other' }, part, TEXT.key)).toThrow(new SealBroken('other', TEXT.kid, 'ciphertext'));
  });
});

describe('PooledRandom', () => {
  it('hands out every length asked for, and never the same bytes twice', () => {
    const random = new PooledRandom(64);
    const kept = [16, 12, 32, 16, 200, 64, 16].map((length) => ({ length, view: random.bytes(length) }));
    const copies = kept.map(({ view }) => Buffer.from(view));
    for (let n = 0; n < 100; n += 1) random.bytes(32);
    kept.forEach(({ length, view }, at) => {
      expect(view).toHaveLength(length);
      expect(view).toEqual(copies[at]);
    });
    expect(new Set(Array.from({ length: 1000 }, () => random.bytes(16).toString('hex'))).size).toBe(1000);
  });
});
