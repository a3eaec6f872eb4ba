import { createHash } from 'node:crypto';
import type { Language } from '@app/labels';
import type { Contradiction, Evidence, FoundMatter } from './contradiction.answer';
import type { Texts } from '../definition';
import { matterOf, periodOf, withPlan } from './matters';
import type { ClaimOnRecord, OnRecord } from './on-record';
import { type Place, whatPlace, type Words } from './words';

export type { Contradiction, Evidence } from './contradiction.answer';

/** What one rule found, and what is not shown of it as such. */
export interface Finding extends FoundMatter {
  /** Tells it from others about the same in the key alone, where codes and days do not: what is hashed is not shown. */
  readonly apart?: string;
  /** The places of the sentence that a reader's language fills otherwise than with the value of that name. */
  readonly places?: Readonly<Record<string, Place>>;
}

/** A rule of the ledger: pure, over what was on record at one K and A. It names no line and no document. */
export interface Rule {
  readonly code: string;
  readonly labels: Texts;
  /** The sentence, with the names of `values` and `places` in braces; `what` is what the claim counts. */
  readonly says: Texts;
  readonly find: (record: OnRecord) => readonly Finding[];
}

export const evidenceOf = ({ eventId, raw, source }: ClaimOnRecord): Evidence => ({ eventId, raw, ...(source ? { source } : {}) });

/** A finding about one claim; the others are what it is held against. */
export const findingAbout = (
  claim: ClaimOnRecord,
  values: Finding['values'],
  others: readonly ClaimOnRecord[] = [],
  places: Finding['places'] = {},
): Finding => ({
  about: matterOf(claim),
  period: periodOf(claim),
  ...withPlan(claim),
  values,
  places: { what: whatPlace(claim), ...places },
  evidence: [claim, ...others].map(evidenceOf),
});

const digestOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24);

const seenOf = ({ values, evidence, factor }: Finding): string =>
  digestOf([Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)), evidence.map(({ eventId }) => eventId).sort(), factor ?? null]);

/** A finding under the name of its rule, told in every language. */
export const named = (
  { code, labels, says }: Rule,
  { apart, places, ...finding }: Finding,
  words: Readonly<Record<Language, Words>>,
): Contradiction => {
  const told = (language: Language): string => words[language].filled(says, finding.values, places);
  return {
    key: `${code}.${digestOf([finding.about, apart ?? null])}`,
    seen: seenOf(finding),
    rule: code,
    labels,
    sentence: { nl: told('nl'), fr: told('fr'), en: told('en') },
    ...finding,
  };
};
