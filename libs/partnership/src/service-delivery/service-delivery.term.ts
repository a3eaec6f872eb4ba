import type { Term } from '../term';
import { serviceDeliveryCommands } from './service-delivery.commands';
import { serviceDeliveryEvolution, type ServiceDeliveryState } from './service-delivery.decider';
import { serviceDeclined, serviceDelivered, serviceRequested } from './service-delivery.events';
import { serviceDeliveryFacts } from './service-delivery.facts';

export const serviceDeliveryTerm: Term<ServiceDeliveryState> = {
  name: 'service-delivery',
  events: [serviceRequested, serviceDelivered, serviceDeclined],
  evolution: serviceDeliveryEvolution,
  commands: serviceDeliveryCommands,
  facts: serviceDeliveryFacts,
};
