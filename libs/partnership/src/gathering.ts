import { boundsOf, exactly, lessUnits, type Occurred, type Quantity } from '@app/decider';
import { type FactDraft, many, one } from './facts';

export interface ProfessionHeads {
  readonly profession: string;
  readonly heads: number;
}

/** Who was at one gathering: a list, a head count, or both. */
export interface Presence {
  readonly present?: readonly string[];
  readonly heads?: Quantity;
  readonly byProfession?: readonly ProfessionHeads[];
}

/** The dates that count one by one: every date of a set, otherwise the whole as it is. */
export const eachDate = (occurred: Occurred): readonly Occurred[] =>
  occurred.nature === 'set' && occurred.dates ? occurred.dates.map(onDay) : [occurred];

/** A set or a span counts on its last day. */
export const lastDay = (occurred: Occurred): Occurred => (occurred.nature === 'set' ? onDay(occurred.to) : occurred);

const onDay = (day: string): Occurred => ({ from: day, to: day, nature: 'point', precision: 'day' });

/** The rows of heads without a name; none when nobody is left. */
export const unnamedFacts = (draft: FactDraft): readonly FactDraft[] => (draft.hi === 0 || draft.v === 0 ? [] : [draft]);

/**
 * One named attendance per listed professional and the heads that no list names: a total T beside n names counts max(T, n). Heads are split by
 * profession only when nobody is named and the parts make the whole. `rest` may say that the heads are not professionals.
 */
export function attendanceFacts(type: string, presence: Presence, rest: Partial<FactDraft>): readonly FactDraft[] {
  const names = presence.present ?? [];
  const parts = presence.byProfession ?? [];
  const sum = parts.reduce((heads, part) => heads + part.heads, 0);
  const total = presence.heads ?? (parts.length > 0 ? exactly(sum) : undefined);
  const professional = { subjectKind: 'professional', ...rest } as const;
  const named = names.map((subjectKey) => one(type, 'attendance', { ...professional, subjectKey }));
  if (!total) return named;
  if (names.length === 0 && parts.length > 0 && total.exactness === 'exact' && boundsOf(total).v === sum) {
    return parts.flatMap(({ profession, heads }) =>
      unnamedFacts(many(type, 'attendance', exactly(heads), { ...professional, dims: { ...rest.dims, profession } })),
    );
  }
  return [...named, ...unnamedFacts(many(type, 'attendance', lessUnits(total, names.length), professional))];
}
