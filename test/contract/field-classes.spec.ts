import { decodeEvent, encodeEvent, fieldClassProblems, PooledRandom } from '@app/audit';
import { onDay } from '@app/decider/spec';
import { terms } from '@app/partnership';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Sample {
  readonly type: string;
  readonly version: number;
  readonly data: object;
}

const partnership = join(__dirname, '../../libs/partnership/src');

const samplesOf = (term: string): readonly Sample[] => {
  const file = join(partnership, term, `${term}.samples.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sample[]) : [];
};

const slot = { kid: 'AAAAAAAAAAAAAAAAAAAAAA', key: Buffer.alloc(32, 1) };
const random = new PooledRandom();

const cases = terms.flatMap((term) => {
  const samples = samplesOf(term.name);
  return term.events.map((definition) => ({
    name: `${term.name}: ${definition.type}`,
    definition,
    samples: samples.filter(({ type, version }) => type === definition.type && version === definition.version),
  }));
});

describe('every event type', () => {
  it('has a name of its own over all terms', () => {
    const names = cases.map(({ definition }) => definition.type);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(cases)('$name has a frozen sample of its version, and a class for each field of it', ({ definition, samples }) => {
    expect(samples).not.toEqual([]);
    expect(samples.flatMap(({ data }) => fieldClassProblems(definition, data))).toEqual([]);
  });

  it.each(cases)('$name can be stored and read back', ({ definition, samples }) => {
    for (const { data } of samples) {
      const event = {
        id: '7b3f0c52-6a1e-8d44-9c0b-2f61d0a9e873',
        streamId: 'thing-A',
        revision: 0,
        definition,
        subject: typeof definition.subject === 'function' ? definition.subject(data) : definition.subject,
        data,
        occurred: onDay('2021-03-29'),
        recordedAt: '2021-06-16T08:00:00.000Z',
        actor: 'acct-a',
        organisation: 'org-a',
        planRefs: [],
        source: 'form' as const,
        correlationId: 'c-1',
        subjects: [],
        keyTag: 'k',
        bodyTag: 'b',
      };
      const encoded = encodeEvent(event, { textSlot: () => slot, subjectSlot: () => slot }, random);
      const decoded = decodeEvent({ ...encoded, streamId: event.streamId, revision: 0n, position: '0001-0000000000000001' });
      const fields = definition.fields as Readonly<Record<string, string>>;
      const clear = Object.entries(data).filter(([field]) => !['quasi', 'personal', 'text'].includes(fields[field] ?? ''));
      expect(decoded.data).toEqual(Object.fromEntries(clear));
    }
  });
});
