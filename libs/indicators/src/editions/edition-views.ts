import type { EditionKind } from '@app/partnership/reporting-period/reporting-period.events';
import type { EditionView } from './edition-view';
import { indicatorsEdition } from './indicators.edition';
import { planEdition } from './plan.edition';
import { reportEdition } from './report.edition';
import { selfEvaluationEdition } from './self-evaluation.edition';

/** Every view that can be frozen. A new one is one import and one line here. */
const VIEWS: readonly EditionView[] = [planEdition, indicatorsEdition, reportEdition, selfEvaluationEdition];

export type EditionViews = ReadonlyMap<EditionKind, EditionView>;

export const editionViews: EditionViews = new Map(VIEWS.map((view) => [view.kind, view]));
