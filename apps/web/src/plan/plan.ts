import type { PlanView } from '@app/indicators/answers';
import { get } from '../api';

export const fetchPlan = (plan: string): Promise<PlanView> => get(`/api/plans/${encodeURIComponent(plan)}`);
