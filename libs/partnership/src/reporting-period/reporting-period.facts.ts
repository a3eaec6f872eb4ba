import type { FactMapping } from '../facts';

/** An edition says how the record stood; it states no fact of its own. */
export const reportingPeriodFacts: FactMapping = {};
