import { careJourneys } from './care';
import { communicationJourneys } from './communication';
import { indicatorJourneys } from './indicators';
import { participationJourneys } from './participation';
import { partnershipJourneys } from './partnership';
import { planningJourneys } from './planning';
import { projectsJourneys } from './projects';
import { programmesJourneys } from './programmes';
import { reportJourneys } from './reports';
import { resourcesJourneys } from './resources';
import { signalsJourneys } from './signals';
import type { Journey } from './steps';
import { talentJourneys } from './talent';
import { territoryJourneys } from './territory';
import { trainingJourneys } from './training';

/** Every journey; a new file is one import and one line here. */
export const journeys: readonly Journey[] = [
  ...planningJourneys,
  ...partnershipJourneys,
  ...communicationJourneys,
  ...trainingJourneys,
  ...talentJourneys,
  ...careJourneys,
  ...participationJourneys,
  ...programmesJourneys,
  ...signalsJourneys,
  ...projectsJourneys,
  ...resourcesJourneys,
  ...territoryJourneys,
  ...indicatorJourneys,
  ...reportJourneys,
];

export { filled, isCorrection, type Journey, type Made, type Step } from './steps';
