import { createHash } from 'node:crypto';
import type { Language } from '@app/labels';
import type { Texts } from '../definition';
import { matterOf, periodOf, withPlan } from './matters';
import type { ClaimOnRecord, OnRecord } from './on-record';
import { type Place, whatPlace, type Words } from './words';

/** What a contradiction rests on: an event of the record, with the line of the document that it was read from. */
export interface Evidence {
  readonly eventId: string;
  readonly raw?: string;
  readonly source?: { readonly ref: string; readonly line: number };
  /** Days of what happened, or those that the document speaks of. A rule does not give them: they are looked up for the list. */
  readonly on?: { readonly from: string; readonly to: string };
}

/** What one rule found: `about` names the matter in codes and days, so the same matter has the same key whenever it is asked. */
export interface Finding {
  readonly about: readonly string[];
  /** Tells it from others about the same in the key alone, where codes and days do not: what is hashed is not shown. */
  readonly apart?: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly plan?: string;
  /** What the rule's sentence tells, for machines: codes and days as such, and numbers in the minor units of their indicator. */
  readonly values: Readonly<Record<string, string | number>>;
  /** The places of the sentence that a reader's language fills otherwise than with the value of that name. */
  readonly places?: Readonly<Record<string, Place>>;
  readonly evidence: readonly Evidence[];
  /** The figures that it compares, pinned. */
  readonly figureIds?: readonly string[];
  /** Recount over claim, where the record is complete. */
  readonly factor?: { readonly lo: number | null; readonly hi: number | null };
}

/** A rule of the ledger: pure, over what was on record at one K and A. It names no line and no document. */
export interface Rule {
  readonly code: string;
  readonly labels: Texts;
  /** The sentence, with the names of `values` and `places` in braces; `what` is what the claim counts. */
  readonly says: Texts;
  readonly find: (record: OnRecord) => readonly Finding[];
}

export interface Contradiction extends Omit<Finding, 'apart' | 'places'> {
  /** Names its stream, and stays while it is about the same: `<rule>.<24 hex digits of SHA-256>`. */
  readonly key: string;
  /** Digest of what it shows: whoever explains it says so what they saw, and it is stale when it differs. */
  readonly seen: string;
  readonly rule: string;
  readonly labels: Texts;
  readonly sentence: Texts;
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
