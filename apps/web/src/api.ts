import type { IndicatorView, PlanSummary } from '@app/indicators/answers';
import type { IndicatorList, PlanList, ProblemAnswer, Recorded } from '../../api/src/answers';

/** An answer that is not a success; without a problem when the service gave none. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly status: number,
    readonly problem?: ProblemAnswer,
  ) {
    super(`${status} ${problem?.code ?? ''}`);
  }
}

const isProblem = (response: Response): boolean => response.headers.get('content-type')?.includes('problem+json') ?? false;

async function answerOf<T>(response: Response): Promise<T> {
  if (response.ok) return (await response.json()) as T;
  throw new Refused(response.status, isProblem(response) ? ((await response.json()) as ProblemAnswer) : undefined);
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

/** Records. The same key with the same body records once, however often it is sent. @throws Refused */
export async function record(command: string, body: object, { token, key }: { token: string; key: string }): Promise<Recorded> {
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': key, 'content-type': 'application/json' };
  return answerOf<Recorded>(await fetch(`/api/commands/${command}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

export const fetchPlans = async (): Promise<readonly PlanSummary[]> => (await get<PlanList>('/api/plans')).plans;

export type Indicators = ReadonlyMap<string, IndicatorView>;

export const fetchIndicators = async (): Promise<Indicators> => {
  const { indicators } = await get<IndicatorList>('/api/indicators', { retired: 'true' });
  return new Map(indicators.map((indicator) => [indicator.code, indicator]));
};
