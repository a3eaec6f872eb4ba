import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  nextNumber,
  type Occurred,
  overlaps,
  type RecordedEvent,
  repeats,
  type Spell,
  stated,
} from '@app/decider';
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

export type ListService = ServiceListedData;
export type UpdateListing = Pick<ListingUpdatedData, 'outcome'>;
export type ReportSaturation = Pick<SaturationReportedData, 'degree'>;
export type EndSaturation = object;
export type DelistService = Pick<ServiceDelistedData, 'reason'>;

export interface ServiceListingState {
  readonly listed?: Kept<ServiceListedData>;
  readonly updates: readonly Kept<ListingUpdatedData>[];
  readonly saturations: readonly Kept<SaturationReportedData>[];
  /** By the number of the saturation: a corrected start still sees its end. */
  readonly ends: Readonly<Record<number, SaturationEndedData>>;
  readonly delisted?: ServiceDelistedData;
}

export const serviceListingEvolution: Evolution<ServiceListingState> = {
  initialState: { updates: [], saturations: [], ends: {} },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case serviceListed.type:
        return { ...state, listed: kept(event) };
      case listingUpdated.type:
        return { ...state, updates: [...state.updates, kept(event)] };
      case saturationReported.type:
        return { ...state, saturations: [...state.saturations, kept(event)] };
      case saturationEnded.type:
        return { ...state, ends: { ...state.ends, [event.data.saturation]: event.data } };
      case serviceDelisted.type:
        return { ...state, delisted: event.data };
      default:
        return state;
    }
  },
};

export const listService: Decide<ListService, ServiceListingState> = (command, state, { occurred }) => {
  const data = dataOf(serviceListed, command);
  if (repeats(state.listed, data, occurred)) return [];
  ensure(state.listed === undefined, 'service-listing.already-listed');
  ensure(
    [...state.updates, ...state.saturations].every((step) => step.occurred.to >= occurred.from) &&
      (state.delisted === undefined || occurred.from < state.delisted.delistedOn),
    'service-listing.before-listing',
    {},
    '/occurred',
  );
  return [happened(serviceListed, data)];
};

/** The directory that the service stands in, on a day on which it stands there. */
function directoryOf({ listed, delisted }: ServiceListingState, { from, to }: Occurred): string {
  ensure(listed !== undefined, 'service-listing.not-listed');
  ensure(to >= listed.occurred.from, 'service-listing.before-listing', {}, '/occurred');
  ensure(delisted === undefined || from < delisted.delistedOn, 'service-listing.delisted', {}, '/occurred');
  return listed.data.directory;
}

/** What repeats a step says the same of it. The directory does not count: it is the listing's, which may have been corrected since. */
const isRecorded = <Data extends { readonly directory: string }>(
  earlier: Kept<Data>,
  step: Omit<Data, 'directory'>,
  occurred: Occurred,
): boolean => repeats(earlier, { ...step, directory: earlier.data.directory }, occurred);

export const updateListing: Decide<UpdateListing, ServiceListingState> = ({ outcome }, state, { occurred }) => {
  if (state.updates.some((earlier) => isRecorded(earlier, { outcome }, occurred))) return [];
  return [happened(listingUpdated, { directory: directoryOf(state, occurred), outcome })];
};

/** A service may be saturated many times, once at a time. */
export const reportSaturation: Decide<ReportSaturation, ServiceListingState> = ({ degree }, state, { occurred }) => {
  const { saturations, ends } = state;
  const spellOf = (saturation: number, from: string): Spell => stated({ from, until: ends[saturation]?.endedOn });
  if (saturations.some((earlier) => isRecorded(earlier, { degree, saturation: earlier.data.saturation }, occurred))) return [];
  const directory = directoryOf(state, occurred);
  const saturation = nextNumber(saturations.map(({ data }) => data.saturation));
  const spell = spellOf(saturation, occurred.from);
  ensure(spell.until === undefined || spell.from < spell.until, 'service-listing.ends-before-it-begins', {}, '/occurred');
  ensure(
    !saturations.some((other) => overlaps(spellOf(other.data.saturation, other.occurred.from), spell)),
    'service-listing.already-saturated',
  );
  return [happened(saturationReported, { directory, saturation, degree })];
};

/** `occurred` is the first day on which the service was no longer saturated. */
export const endSaturation: Decide<EndSaturation, ServiceListingState> = (_, state, { occurred }) => {
  const endedOn = occurred.from;
  if (Object.values(state.ends).some((end) => end.endedOn === endedOn)) return [];
  const running = state.saturations.filter(({ data }) => state.ends[data.saturation] === undefined);
  ensure(running.length > 0, 'service-listing.not-saturated');
  const ending = running.find((saturation) => saturation.occurred.from < endedOn);
  ensure(ending !== undefined, 'service-listing.ends-before-it-begins', {}, '/occurred');
  return [happened(saturationEnded, { directory: ending.data.directory, saturation: ending.data.saturation, endedOn })];
};

/** `occurred` is the first day on which the service was no longer listed. */
export const delistService: Decide<DelistService, ServiceListingState> = ({ reason }, state, { occurred }) => {
  const delistedOn = occurred.from;
  const { listed, delisted } = state;
  if (delisted?.delistedOn === delistedOn && delisted.reason === reason) return [];
  ensure(listed !== undefined, 'service-listing.not-listed');
  ensure(delisted === undefined, 'service-listing.delisted');
  ensure(delistedOn > listed.occurred.from, 'service-listing.before-listing', {}, '/occurred');
  return [happened(serviceDelisted, { directory: listed.data.directory, delistedOn, reason })];
};
