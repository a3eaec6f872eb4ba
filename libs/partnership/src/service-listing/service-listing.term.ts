import type { Term } from '../term';
import { serviceListingCommands } from './service-listing.commands';
import { serviceListingEvolution, type ServiceListingState } from './service-listing.decider';
import { listingUpdated, saturationEnded, saturationReported, serviceDelisted, serviceListed } from './service-listing.events';
import { serviceListingFacts } from './service-listing.facts';

export const serviceListingTerm: Term<ServiceListingState> = {
  name: 'service-listing',
  events: [serviceListed, listingUpdated, saturationReported, saturationEnded, serviceDelisted],
  evolution: serviceListingEvolution,
  commands: serviceListingCommands,
  facts: serviceListingFacts,
};
