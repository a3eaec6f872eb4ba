import type { Journey } from './steps';

/** Every journey; a new file is one import and one line here. */
export const journeys: readonly Journey[] = [];
