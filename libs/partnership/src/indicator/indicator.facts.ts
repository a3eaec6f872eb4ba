import { type FactMapping, noFacts } from '../facts';

/** Definitions are asked when a figure is made; their events state nothing that is counted. */
export const indicatorFacts: FactMapping = {
  IndicatorDefined: noFacts,
  IndicatorRevised: noFacts,
  IndicatorRetired: noFacts,
};
