import { exactly, type Occurred, type RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, type FactStatement, many, one } from '../facts';
import {
  serviceDeclined,
  type ServiceDeclinedData,
  serviceDelivered,
  type ServiceDeliveredData,
  type ServiceOf,
  serviceRequested,
  type ServiceRequestedData,
} from './service-delivery.events';

type Step<Data> = RecordedEvent<string, Data>;

const REQUEST_STATE = 'service-request-state';

const dimsOf = ({ programme, serviceCode }: ServiceOf) => ({ programme, serviceCode });

/** Care: the slot of the person. A service to a structure names the structure. */
const whom = ({ subject, subjects: [kid], data }: Step<ServiceOf & { readonly structure?: string }>): Partial<FactDraft> => {
  const subjectKey = subject === 'care' ? kid : data.structure;
  return { subjectKind: subject, ...(subjectKey ? { subjectKey } : {}) };
};

/** The request as it stands now, on the date on which it was made: so the states of a period's requests add up to its requests. */
const stateOf = ({ streamId, subject, data }: Step<ServiceOf>, state: string, occurred?: Occurred): FactDraft =>
  one(REQUEST_STATE, 'request', {
    subjectKind: subject,
    groupKey: streamId,
    dims: { ...dimsOf(data), state },
    ...(occurred ? { occurred } : {}),
  });

const becomes = (event: Step<ServiceOf>, state: string, requested: Occurred): readonly FactStatement[] => [
  { close: [REQUEST_STATE] },
  stateOf(event, state, requested),
];

const delivered = (event: Step<ServiceDeliveredData>): readonly FactStatement[] => {
  const { streamId, subject, data } = event;
  const { requested, demand, units, amountCents, period, provider, profession } = data;
  const dims = { ...dimsOf(data), ...(profession ? { profession } : {}) };
  return [
    many('service-delivered', 'service', exactly(units), {
      subjectKind: subject,
      groupKey: streamId,
      dims: { ...dims, ...(period ? { period } : {}) },
    }),
    one('service-recipient', subject === 'care' ? 'unique-person' : 'structure', { ...whom(event), occurrenceKey: streamId, dims }),
    ...(amountCents === undefined
      ? []
      : [many('service-amount', 'euro', exactly(amountCents), { subjectKind: subject, dims: { ...dims, ...(period ? { period } : {}) } })]),
    ...(provider ? [one('service-provider', 'unique-person', { subjectKind: 'professional', subjectKey: provider, dims })] : []),
    ...(requested && demand ? becomes(event, demand, requested) : []),
  ];
};

export const serviceDeliveryFacts: FactMapping = {
  [serviceRequested.type]: (event: Step<ServiceRequestedData>) => [
    many('service-requested', 'service', exactly(event.data.units), {
      subjectKind: event.subject,
      groupKey: event.streamId,
      dims: dimsOf(event.data),
    }),
    stateOf(event, 'open'),
  ],
  [serviceDelivered.type]: delivered,
  [serviceDeclined.type]: (event: Step<ServiceDeclinedData>) => [
    one('service-declined', 'request', {
      subjectKind: event.subject,
      groupKey: event.streamId,
      dims: { ...dimsOf(event.data), reason: event.data.reason },
    }),
    ...becomes(event, 'not-met', event.data.requested),
  ],
};
