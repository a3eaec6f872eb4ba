import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  isSameMeeting,
  type Kept,
  kept,
  type Occurred,
  type RecordedEvent,
  repeats,
} from '@app/decider';
import {
  type DeclineReason,
  serviceDeclined,
  type ServiceDeclinedData,
  serviceDelivered,
  type ServiceDeliveredData,
  type ServiceOf,
  serviceRequested,
  type ServiceRequestedData,
} from './service-delivery.events';

interface ForPerson {
  readonly person?: string;
}

export type RequestService = Omit<ServiceRequestedData, 'units'> & ForPerson & { readonly units?: number };
export type DeliverService = Omit<ServiceDeliveredData, 'units' | 'requested'> & ForPerson & { readonly units?: number };
export interface DeclineService {
  readonly reason: DeclineReason;
}

interface About {
  readonly service: ServiceOf;
  readonly kid?: string;
}

/** Each step stands on its own, so that a correction of one still sees the others. */
export interface ServiceDeliveryState {
  readonly request?: Kept<ServiceRequestedData> & ForPerson;
  readonly deliveries: readonly (Kept<ServiceDeliveredData> & ForPerson)[];
  readonly declined?: Kept<ServiceDeclinedData>;
}

const withPerson = <Data>(event: RecordedEvent<string, Data>): Kept<Data> & ForPerson => ({ ...kept(event), person: event.subjects[0] });

export const serviceDeliveryEvolution: Evolution<ServiceDeliveryState> = {
  initialState: { deliveries: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case serviceRequested.type:
        return { ...state, request: withPerson(event) };
      case serviceDelivered.type:
        return { ...state, deliveries: [...state.deliveries, withPerson(event)] };
      case serviceDeclined.type:
        return { ...state, declined: kept(event) };
      default:
        return state;
    }
  },
};

function ensurePerson({ concerns, person }: ServiceOf & ForPerson): void {
  ensure(concerns !== 'person' || person !== undefined, 'service-delivery.person-missing', {}, '/person');
  ensure(concerns === 'person' || person === undefined, 'service-delivery.person-unexpected', {}, '/person');
}

const aboutOf = ({ data, person }: Kept<ServiceOf> & ForPerson): About => ({ service: data, ...(person ? { kid: person } : {}) });

/** What stands in one record is one service for one person or structure. */
function ensureSame({ programme, serviceCode, concerns, person }: ServiceOf & ForPerson, { service, kid }: About): void {
  ensure(programme === service.programme && serviceCode === service.serviceCode, 'service-delivery.other-service', {}, '/serviceCode');
  ensure(concerns === service.concerns && person === kid, 'service-delivery.other-subject', {}, '/person');
}

export const requestService: Decide<RequestService, ServiceDeliveryState> = (command, state, { occurred }) => {
  const data = dataOf(serviceRequested, { ...command, units: command.units ?? 1 });
  if (repeats(state.request, data, occurred) && state.request?.person === command.person) return [];
  ensurePerson(command);
  ensure(state.request === undefined, 'service-delivery.already-requested');
  ensure(
    state.deliveries.every(({ data: { requested } }) => requested !== undefined),
    'service-delivery.already-delivered',
  );
  for (const delivery of state.deliveries) ensureSame(command, aboutOf(delivery));
  ensure(
    [...state.deliveries, ...(state.declined ? [state.declined] : [])].every((later) => later.occurred.to >= occurred.from),
    'service-delivery.before-request',
    {},
    '/occurred',
  );
  return [happened(serviceRequested, data)];
};

function requestedBefore({ request }: ServiceDeliveryState, { to }: Occurred): Occurred | undefined {
  ensure(request === undefined || to >= request.occurred.from, 'service-delivery.before-request', {}, '/occurred');
  return request?.occurred;
}

/** Follows a request, which it meets unless it says that a part is still to come, or stands alone. A delivery is known by its number, else by its date. */
export const deliverService: Decide<DeliverService, ServiceDeliveryState> = (command, state, { occurred }) => {
  const requested = requestedBefore(state, occurred);
  const demand = requested && (command.demand ?? 'met');
  const data = dataOf(serviceDelivered, { ...command, requested, demand, units: command.units ?? 1 });
  const earlier = state.deliveries.find((delivery) => isSameMeeting(delivery, command.number, occurred));
  if (repeats(earlier, data, occurred) && earlier?.person === command.person) return [];
  ensurePerson(command);
  ensure(requested !== undefined || command.demand === undefined, 'service-delivery.no-request', {}, '/demand');
  ensure(state.declined === undefined, 'service-delivery.declined');
  const recorded = state.request ?? state.deliveries[0];
  if (recorded) ensureSame(command, aboutOf(recorded));
  ensure(earlier === undefined, 'service-delivery.already-delivered', {}, command.number === undefined ? '/occurred' : '/number');
  const met = state.deliveries.find((delivery) => delivery.data.demand === 'met' && delivery.occurred.to < occurred.from);
  ensure(!met, 'service-delivery.demand-met', { day: met?.occurred.to ?? '' }, '/occurred');
  return [happened(serviceDelivered, data)];
};

export const declineService: Decide<DeclineService, ServiceDeliveryState> = ({ reason }, state, { occurred }) => {
  const requested = requestedBefore(state, occurred);
  ensure(state.request !== undefined && requested !== undefined, 'service-delivery.no-request');
  const { programme, serviceCode, concerns } = state.request.data;
  const data = { programme, serviceCode, concerns, requested, reason };
  if (repeats(state.declined, data, occurred)) return [];
  ensure(state.declined === undefined, 'service-delivery.already-declined');
  ensure(state.deliveries.length === 0, 'service-delivery.already-delivered');
  return [happened(serviceDeclined, data)];
};
