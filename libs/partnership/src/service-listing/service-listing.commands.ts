import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsOrganisationRef, IsStreamOf } from '../command-body';
import { created, defineCommand, existing } from '../term';
import {
  delistService,
  endSaturation,
  listService,
  reportSaturation,
  type ServiceListingState,
  updateListing,
} from './service-listing.decider';
import {
  CATEGORIES,
  type Category,
  type Degree,
  DEGREES,
  DELISTING_REASONS,
  type DelistingReason,
  listingUpdated,
  type Outcome,
  OUTCOMES,
  saturationEnded,
  saturationReported,
  serviceDelisted,
  serviceListed,
} from './service-listing.events';

export class ListServiceBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('service-listing') listing?: string;
  @Matches(/^[a-z0-9][a-z0-9-]{0,39}$/) directory: string;
  @IsOrganisationRef() organisation: string;
  @IsIn(CATEGORIES) category: Category;
}

export class EndSaturationBody extends CommandBody {
  @IsStreamOf('service-listing') listing: string;
}

export class UpdateListingBody extends EndSaturationBody {
  @IsIn(OUTCOMES) outcome: Outcome;
}

export class ReportSaturationBody extends EndSaturationBody {
  @IsIn(DEGREES) degree: Degree;
}

export class DelistServiceBody extends EndSaturationBody {
  @IsIn(DELISTING_REASONS) reason: DelistingReason;
}

const define = defineCommand<ServiceListingState>();
const systems = ['SYS-42'];
const named = ({ listing }: { readonly listing: string }) => existing(listing);
const onListing = ['service-listing.not-listed', 'service-listing.before-listing', 'service-listing.delisted'];

export const serviceListingCommands = [
  define({
    name: 'list-service',
    systems,
    body: ListServiceBody,
    emits: [serviceListed],
    target: ({ listing }) => (listing === undefined ? created() : existing(listing)),
    decide: listService,
    refusals: ['service-listing.already-listed', 'service-listing.before-listing'],
  }),
  define({
    name: 'update-listing',
    systems,
    body: UpdateListingBody,
    emits: [listingUpdated],
    target: named,
    decide: updateListing,
    refusals: onListing,
  }),
  define({
    name: 'report-saturation',
    systems,
    body: ReportSaturationBody,
    emits: [saturationReported],
    target: named,
    decide: reportSaturation,
    refusals: [...onListing, 'service-listing.already-saturated', 'service-listing.ends-before-it-begins'],
  }),
  define({
    name: 'end-saturation',
    systems,
    body: EndSaturationBody,
    emits: [saturationEnded],
    target: named,
    decide: endSaturation,
    refusals: ['service-listing.not-saturated', 'service-listing.ends-before-it-begins'],
  }),
  define({
    name: 'delist-service',
    systems,
    body: DelistServiceBody,
    emits: [serviceDelisted],
    target: named,
    decide: delistService,
    refusals: onListing,
  }),
];
