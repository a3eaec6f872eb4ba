import { planView } from '../plan-view';
import type { EditionView } from './edition-view';

/** A plan as its page shows it. The position of the read model is left out: it says how far reading had come, not what the record holds. */
export const planEdition: EditionView = {
  kind: 'plan',
  content: ({ facts }, { subject }, at) => {
    const view = planView(facts, subject, at);
    if (!view) return undefined;
    const { position: _position, ...content } = view;
    return content;
  },
};
