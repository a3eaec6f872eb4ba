import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsCode, IsCount, IsOrganisationRef, IsPeriod, IsPersonRef, IsProfessionalRef, IsStreamOf } from '../command-body';
import { created, defineCommand, existing, type Target } from '../term';
import { type Profession, type Programme, PROFESSIONS, PROGRAMMES } from '../vocabulary';
import { declineService, deliverService, requestService, type ServiceDeliveryState } from './service-delivery.decider';
import {
  CONCERNS,
  type Concerns,
  DECLINE_REASONS,
  type DeclineReason,
  DEMAND,
  type Demand,
  serviceDeclined,
  serviceDelivered,
  serviceRequested,
} from './service-delivery.events';

class ServiceBody extends CommandBody {
  @IsIn(PROGRAMMES) programme: Programme;
  @IsCode() serviceCode: string;
  @IsIn(CONCERNS) concerns: Concerns;
  @IsOptional() @IsPersonRef() person?: string;
  @IsOptional() @IsOrganisationRef() structure?: string;
  /** One when left out. */
  @IsOptional() @IsCount(1) units?: number;
}

export class RequestServiceBody extends ServiceBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('service-delivery') delivery?: string;
}

export class DeliverServiceBody extends ServiceBody {
  /** The request that it answers, or the record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('service-delivery') delivery?: string;
  /** `met` when left out. */
  @IsOptional() @IsIn(DEMAND) demand?: Demand;
  @IsOptional() @IsCount(1) number?: number;
  @IsOptional() @IsCount() amountCents?: number;
  @IsOptional() @IsPeriod() period?: string;
  @IsOptional() @IsProfessionalRef() provider?: string;
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
}

export class DeclineServiceBody extends CommandBody {
  @IsStreamOf('service-delivery') delivery: string;
  @IsIn(DECLINE_REASONS) reason: DeclineReason;
}

const define = defineCommand<ServiceDeliveryState>();
const systems = ['SYS-11', 'SYS-26'];
const ofRecordOrNew = ({ delivery }: { readonly delivery?: string }): Target => (delivery === undefined ? created() : existing(delivery));
const onPerson = ['service-delivery.person-missing', 'service-delivery.person-unexpected'];
const onSame = ['service-delivery.other-service', 'service-delivery.other-subject'];

export const serviceDeliveryCommands = [
  define({
    name: 'request-service',
    systems,
    body: RequestServiceBody,
    emits: [serviceRequested],
    target: ofRecordOrNew,
    persons: ['person'],
    decide: requestService,
    refusals: [
      'service-delivery.already-requested',
      'service-delivery.already-delivered',
      'service-delivery.before-request',
      ...onPerson,
      ...onSame,
    ],
  }),
  define({
    name: 'deliver-service',
    systems,
    body: DeliverServiceBody,
    emits: [serviceDelivered],
    target: ofRecordOrNew,
    persons: ['person'],
    decide: deliverService,
    refusals: [
      'service-delivery.before-request',
      'service-delivery.no-request',
      'service-delivery.declined',
      'service-delivery.already-delivered',
      'service-delivery.demand-met',
      ...onPerson,
      ...onSame,
    ],
  }),
  define({
    name: 'decline-service',
    systems,
    body: DeclineServiceBody,
    emits: [serviceDeclined],
    target: ({ delivery }) => existing(delivery),
    decide: declineService,
    refusals: [
      'service-delivery.before-request',
      'service-delivery.no-request',
      'service-delivery.already-declined',
      'service-delivery.already-delivered',
    ],
  }),
];
