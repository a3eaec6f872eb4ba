import { get } from '../api';
import type { Texts } from '../language';

/** From where a view is looked at: the day up to which things count, and the day up to which they had been recorded. Empty: today. */
export interface LookedFrom {
  readonly asOf: string;
  readonly knownOn: string;
}

/** What figures are narrowed to; empty where they are not. */
export interface Scope {
  readonly plan: string;
  readonly territory: string;
  readonly organisation: string;
}

export interface Place {
  readonly code: string;
  readonly level: string;
  readonly name?: Texts;
}

/** What the record can be narrowed to. */
export interface Scopes {
  readonly territories: readonly Place[];
  /** Ids of the organisations that recorded something. */
  readonly organisations: readonly string[];
}

export const fetchScopes = (): Promise<Scopes> => get<Scopes>('/api/scopes');
