import { createHash } from 'node:crypto';
import type { Contradiction, Evidence, Finding } from './contradiction.answer';
import type { Texts } from '../definition';
import { matterOf, periodOf, withPlan } from './matters';
import type { ClaimOnRecord, OnRecord } from './on-record';

export type { Contradiction, Evidence, Finding } from './contradiction.answer';

/** A rule of the ledger: pure, over what was on record at one K and A. It names no line and no document. */
export interface Rule {
  readonly code: string;
  readonly labels: Texts;
  /** The sentence, with the names of `values` in braces. */
  readonly says: Texts;
  readonly find: (record: OnRecord) => readonly Finding[];
}

const PLACE = /\{(\w+)\}/g;
const fill = (text: string, values: Finding['values']): string =>
  text.replace(PLACE, (place, name: string) => String(values[name] ?? place));

export const evidenceOf = ({ eventId, raw, source }: ClaimOnRecord): Evidence => ({ eventId, raw, ...(source ? { source } : {}) });

/** A finding about one claim; the others are what it is held against. */
export const findingAbout = (claim: ClaimOnRecord, values: Finding['values'], others: readonly ClaimOnRecord[] = []): Finding => ({
  about: matterOf(claim),
  period: periodOf(claim),
  ...withPlan(claim),
  values,
  evidence: [claim, ...others].map(evidenceOf),
});

const digestOf = (content: unknown): string => createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 24);

const seenOf = ({ values, evidence, factor }: Finding): string =>
  digestOf([Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)), evidence.map(({ eventId }) => eventId).sort(), factor ?? null]);

/** A finding under the name of its rule. */
export const named = ({ code, labels, says }: Rule, { apart, ...finding }: Finding): Contradiction => ({
  key: `${code}.${digestOf([finding.about, apart ?? null])}`,
  seen: seenOf(finding),
  rule: code,
  labels,
  sentence: { nl: fill(says.nl, finding.values), fr: fill(says.fr, finding.values), en: fill(says.en, finding.values) },
  ...finding,
});
