import { type AimView, type SelfEvaluationView, selfEvaluationView } from '../self-evaluation/self-evaluation-view';
import type { EditionView } from './edition-view';

export interface EvaluationSent extends Omit<SelfEvaluationView, 'position' | 'aims'> {
  readonly aims: readonly Omit<AimView, 'suggestions'>[];
}

/** The evaluation of the whole Region, where other subjects are care zones. */
const WHOLE_REGION = 'record';

function sentOf({ position: _position, aims, ...view }: SelfEvaluationView): EvaluationSent {
  return { ...view, aims: aims.map(({ suggestions: _suggestions, ...aim }) => aim) };
}

/** The self-evaluation of a year, of the Region or of a zone by its code. Figures that nobody chose as evidence are no part of what it says, and are left out. */
export const selfEvaluationEdition: EditionView = {
  kind: 'self-evaluation',
  content: ({ facts, index }, { subject, period }, at) => {
    if (!/^\d{4}$/.test(period)) return undefined;
    const key = { year: Number(period), ...(subject === WHOLE_REGION ? {} : { zone: subject }) };
    const view = selfEvaluationView(facts, key, { ...at, index });
    return view && sentOf(view);
  },
};
