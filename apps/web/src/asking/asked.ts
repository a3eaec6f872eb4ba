import type { Scopes } from '@app/indicators/answers';
import { get } from '../api';

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

export const fetchScopes = (): Promise<Scopes> => get('/api/scopes');
