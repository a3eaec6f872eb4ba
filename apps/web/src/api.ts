import type { Language, Texts } from './language';

/** What the service says when it does not do what was asked (RFC 9457). */
export interface Problem {
  readonly code: string;
  readonly message: Readonly<Record<Language, string>>;
  readonly errors: readonly { readonly pointer: string; readonly message: Readonly<Record<Language, string>> }[];
}

/** An answer that is not a success; without a problem when the service gave none. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly problem?: Problem,
  ) {
    super(`${status} ${problem?.code ?? ''}`);
  }
}

const isProblem = (response: Response): boolean => response.headers.get('content-type')?.includes('problem+json') ?? false;

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw new Refused(response.status, isProblem(response) ? ((await response.json()) as Problem) : undefined);
}

export type Parameters = Readonly<Record<string, string | number | undefined>>;

/** An address with those of the parameters that say something. */
export function addressWith(path: string, parameters: Parameters): string {
  const given = Object.entries(parameters).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, String(value)]]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}

/** @throws Refused for an answer that is not a success. */
export async function get<T>(path: string, parameters: Parameters = {}): Promise<T> {
  return answerOf<T>(await fetch(addressWith(path, parameters), { headers: { accept: 'application/json' } }));
}

export interface Recorded {
  readonly position: string;
}

/** Records. The same key with the same body records once, however often it is sent. @throws Refused */
export async function record(command: string, body: object, { token, key }: { token: string; key: string }): Promise<Recorded> {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' };
  return answerOf<Recorded>(await fetch(`/api/commands/${command}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export interface PlanSummary {
  readonly plan: string;
  readonly title: Texts;
  readonly period: { readonly from: string; readonly to: string };
}

export interface Indicator {
  readonly code: string;
  readonly labels: Texts;
  readonly meaning: Texts;
  readonly op: string;
  readonly scope?: { readonly plan: string; readonly action: number };
}

export const fetchPlans = async (): Promise<readonly PlanSummary[]> => (await get<{ plans: readonly PlanSummary[] }>('/api/plans')).plans;

export type Indicators = ReadonlyMap<string, Indicator>;

export const fetchIndicators = async (): Promise<Indicators> => {
  const { indicators } = await get<{ indicators: readonly Indicator[] }>('/api/indicators', { retired: 'true' });
  return new Map(indicators.map((indicator) => [indicator.code, indicator]));
};
