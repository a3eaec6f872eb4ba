import { createFactsProjection, createPlanProjection } from '@app/indicators';
import { terms } from '@app/partnership';
import { eventIndex, type Projection } from '@app/projections';
import { readerOf } from '@app/recording';

/** Every read model of the service; the projection thread loads this module. */
export const createProjections = (): readonly Projection[] => [createFactsProjection(terms), createPlanProjection(), eventIndex];

export const decode = readerOf(terms);
