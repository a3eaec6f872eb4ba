import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { encodeEvent, PooledRandom } from '@app/audit';
import type { EventDefinition } from '@app/decider';
import { onDay } from '@app/decider/spec';
import type { StoredEvent } from '@app/event-store';

/** An event's data as a version of its type has it; what is sealed in the store stands here in the clear, and is made up. */
export interface Sample {
  readonly type: string;
  readonly version: number;
  readonly data: object;
}

const partnership = join(__dirname, '../../libs/partnership/src');
const random = new PooledRandom();
const slot = { kid: 'AAAAAAAAAAAAAAAAAAAAAA', key: Buffer.alloc(32, 1) };

/** The samples that stand beside a term. */
export function samplesOf(term: string): readonly Sample[] {
  const file = join(partnership, term, `${term}.samples.json`);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Sample[]) : [];
}

/** A sample as the store would hold it, sealed under a slot that nobody keeps. */
export function storedSample(definition: EventDefinition, data: object): StoredEvent {
  const streamId = 'thing-A';
  const encoded = encodeEvent(
    {
      id: '7b3f0c52-6a1e-8d44-9c0b-2f61d0a9e873',
      streamId,
      revision: 0,
      definition,
      subject: typeof definition.subject === 'function' ? definition.subject(data) : definition.subject,
      data,
      occurred: onDay('2021-03-29'),
      recordedAt: '2021-06-16T08:00:00.000Z',
      actor: 'acct-a',
      organisation: 'org-a',
      planRefs: [],
      source: 'form',
      correlationId: 'c-1',
      subjects: [],
      keyTag: 'k',
      bodyTag: 'b',
    },
    { textSlot: () => slot, subjectSlot: () => slot },
    random,
  );
  return { ...encoded, streamId, revision: 0n, position: '0001-0000000000000001' };
}
