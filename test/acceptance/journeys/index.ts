import { careJourneys } from './care';
import { communicationJourneys } from './communication';
import { partnershipJourneys } from './partnership';
import { planningJourneys } from './planning';
import type { Journey } from './steps';
import { trainingJourneys } from './training';

/** Every journey; a new file is one import and one line here. */
export const journeys: readonly Journey[] = [
  ...planningJourneys,
  ...partnershipJourneys,
  ...communicationJourneys,
  ...trainingJourneys,
  ...careJourneys,
];

export { isCorrection, type Journey, type Step } from './steps';
