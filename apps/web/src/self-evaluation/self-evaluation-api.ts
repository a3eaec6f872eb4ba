import type { SelfEvaluationSummary, SelfEvaluationView } from '@app/indicators/answers';
import type { SelfEvaluationList } from '../../../api/src/answers';
import { get } from '../api';

/** A year, of the Region or of one care zone. */
export type EvaluationKey = Pick<SelfEvaluationSummary, 'year' | 'zone'>;

export const fetchSelfEvaluations = async (): Promise<readonly EvaluationKey[]> =>
  (await get<SelfEvaluationList>('/api/self-evaluations')).evaluations;

export const fetchSelfEvaluation = ({ year, zone }: EvaluationKey): Promise<SelfEvaluationView> =>
  get(`/api/self-evaluations/${year}`, { zone });
