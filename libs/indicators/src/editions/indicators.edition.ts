import { dashboard } from '../dashboard';
import type { EditionView } from './edition-view';

const WHOLE_RECORD = 'record';

/** `record` is the whole record; else an organisation by its id. Undefined for anything else. */
function scopeOf(subject: string): { readonly organisation?: string } | undefined {
  if (subject === WHOLE_RECORD) return {};
  return subject.startsWith('org-') ? { organisation: subject } : undefined;
}

/** Every figure of a period: those of its dashboard. */
export const indicatorsEdition: EditionView = {
  kind: 'indicators',
  content: ({ facts }, { subject, period }, at) => {
    const scope = scopeOf(subject);
    if (!scope) return undefined;
    const { asOf, knownOn, through } = at;
    const { groups } = dashboard(facts, { period, asOf, knownOn, through, ...scope }, at);
    return { subject, period, asOf, knownOn, through, figures: groups.flatMap(({ figures }) => figures) };
  },
};
