import type { RecordedEvent } from '@app/decider';
import { type FactMapping, one } from '../facts';
import {
  listingUpdated,
  type ListingUpdatedData,
  saturationEnded,
  type SaturationEndedData,
  saturationReported,
  type SaturationReportedData,
  serviceDelisted,
  type ServiceDelistedData,
  serviceListed,
  type ServiceListedData,
} from './service-listing.events';

const keyed = (streamId: string) => ({ subjectKind: 'structure', subjectKey: streamId }) as const;

/** A listing lasts until it is delisted, a saturation until it ends; the group of a listing is its directory. */
export const serviceListingFacts: FactMapping = {
  [serviceListed.type]: ({ streamId, data: { directory, category } }: RecordedEvent<string, ServiceListedData>) => [
    one('service-listed', 'listing', { ...keyed(streamId), groupKey: directory, dims: { directory, category } }),
  ],
  [listingUpdated.type]: ({ streamId, data: { directory, outcome } }: RecordedEvent<string, ListingUpdatedData>) => [
    one('listing-updated', 'listing', { ...keyed(streamId), dims: { directory, outcome } }),
  ],
  [saturationReported.type]: ({ streamId, data: { directory, saturation, degree } }: RecordedEvent<string, SaturationReportedData>) => [
    one('saturation-reported', 'listing', {
      ...keyed(streamId),
      occurrenceKey: `${streamId}/${saturation}`,
      dims: { directory, degree },
    }),
  ],
  [saturationEnded.type]: ({ streamId, data: { saturation, endedOn } }: RecordedEvent<string, SaturationEndedData>) => [
    { change: ['saturation-reported'], occurrenceKey: `${streamId}/${saturation}`, validTo: endedOn },
  ],
  [serviceDelisted.type]: ({ streamId, data: { directory, delistedOn, reason } }: RecordedEvent<string, ServiceDelistedData>) => [
    { change: ['service-listed'], validTo: delistedOn },
    one('service-delisted', 'listing', { ...keyed(streamId), dims: { directory, reason } }),
  ],
};
