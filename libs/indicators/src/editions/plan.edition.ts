import { type PlanView, planView } from '../plan-view';
import type { EditionView } from './edition-view';

export type PlanSent = Omit<PlanView, 'position'>;

/** A plan as its page shows it. The position of the read model is left out: it says how far reading had come, not what the record holds. */
export function planSent({ position: _position, ...sent }: PlanView): PlanSent {
  return sent;
}

export const planEdition: EditionView = {
  kind: 'plan',
  content: ({ facts }, { subject }, at) => {
    const view = planView(facts, subject, at);
    return view && planSent(view);
  },
};
