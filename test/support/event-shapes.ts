import { createHash } from 'node:crypto';
import { jcs } from '@app/audit';
import type { EventDefinition, FieldClass, SubjectKind, Tense } from '@app/decider';
import type { Term } from '@app/partnership';
import type { Sample } from './samples';

/** What is stored of one version of an event type, as it was when it was first released: it never changes again. */
export interface FrozenShape {
  readonly type: string;
  readonly version: number;
  /** `by-data` when the data of the event decides. */
  readonly subject: SubjectKind | 'by-data';
  readonly tense: Tense;
  readonly fields: Readonly<Record<string, FieldClass>>;
  /** SHA-256 of each sample's data, the first 16 hex digits: the samples stay as they were, and others may join them. */
  readonly samples: readonly string[];
}

export interface Freezing {
  /** What was frozen, with what is new. */
  readonly shapes: readonly FrozenShape[];
  /** What differs from what was frozen, in words; empty when nothing does. */
  readonly broken: readonly string[];
  /** Versions that nothing is frozen of yet. */
  readonly added: readonly string[];
}

type SamplesOf = (term: string) => readonly Sample[];
type TermShapes = Pick<Term, 'name' | 'events'>;

const nameOf = ({ type, version }: { readonly type: string; readonly version: number }): string => `${type}@${version}`;
const digest = (data: object): string => createHash('sha256').update(jcs(data)).digest('hex').slice(0, 16);

const shapeOf = (definition: EventDefinition, samples: readonly Sample[]): FrozenShape => ({
  type: definition.type,
  version: definition.version,
  subject: typeof definition.subject === 'function' ? 'by-data' : definition.subject,
  tense: definition.tense,
  fields: Object.fromEntries(Object.entries<FieldClass>(definition.fields).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  samples: samples.filter((sample) => nameOf(sample) === nameOf(definition)).map(({ data }) => digest(data)),
});

function changesOf(frozen: FrozenShape, now: FrozenShape): readonly string[] {
  const fields = [...new Set([...Object.keys(frozen.fields), ...Object.keys(now.fields)])].sort();
  return [
    ...(['subject', 'tense'] as const).flatMap((part) =>
      frozen[part] === now[part] ? [] : [`${nameOf(now)}: ${part} was ${frozen[part]}, is ${now[part]}`],
    ),
    ...fields.flatMap((field) => {
      const [was = 'no field', is = 'no field'] = [frozen.fields[field], now.fields[field]];
      return was === is ? [] : [`${nameOf(now)}: ${field} was ${was}, is ${is}`];
    }),
  ];
}

/**
 * Sets what the terms store beside what was frozen. A version that is frozen may not change; a type that is frozen may not go, but may have a later
 * version; every frozen sample is still there.
 */
export function freeze(frozen: readonly FrozenShape[], terms: readonly TermShapes[], samplesOf: SamplesOf): Freezing {
  const samples = terms.flatMap(({ name }) => samplesOf(name));
  const now = new Map(terms.flatMap(({ events }) => events.map((event) => [event.type, shapeOf(event, samples)] as const)));
  const standing = new Map<string, Set<string>>();
  for (const sample of samples) {
    const digests = standing.get(nameOf(sample)) ?? new Set();
    standing.set(nameOf(sample), digests.add(digest(sample.data)));
  }
  const known = new Set(frozen.map(nameOf));
  const added = [...now.values()].filter((shape) => !known.has(nameOf(shape)));
  const broken = frozen.flatMap((shape) => {
    const current = now.get(shape.type);
    if (!current) return [`${nameOf(shape)}: no term has it any more`];
    if (current.version < shape.version) return [`${nameOf(shape)}: its term went back to version ${current.version}`];
    const gone = shape.samples.filter((sample) => !standing.get(nameOf(shape))?.has(sample));
    return [
      ...(current.version === shape.version ? changesOf(shape, current) : []),
      ...(gone.length > 0 ? [`${nameOf(shape)}: a sample was changed or taken away`] : []),
    ];
  });
  const shapes = [...frozen.map((shape) => ({ ...shape, samples: [...(standing.get(nameOf(shape)) ?? [])] })), ...added];
  return { shapes: shapes.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1)), broken, added: added.map(nameOf) };
}
