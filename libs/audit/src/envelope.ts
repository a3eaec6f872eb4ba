import type { SealedPart } from '@app/decider';

/** What is stored (version 1), as far as its shape can be told at a glance; the insides are checked where they are used. */
export interface Envelope {
  readonly v: 1;
  readonly open: readonly unknown[];
  readonly sealed: readonly unknown[];
  readonly commitments: readonly string[];
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === 'string';

export const isEnvelope = (value: unknown): value is Envelope =>
  isRecord(value) &&
  value['v'] === 1 &&
  Array.isArray(value['open']) &&
  Array.isArray(value['sealed']) &&
  Array.isArray(value['commitments']);

export const isSealedPart = (value: unknown): value is SealedPart =>
  isRecord(value) && isText(value['kid']) && Number.isSafeInteger(value['n']) && isText(value['iv']) && isText(value['ct']);
