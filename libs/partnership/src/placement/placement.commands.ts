import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCount, IsOrganisationRef, IsProfessionalRef, IsStreamOf } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing, natural, type Target } from '../term';
import { type Profession, PROFESSIONS } from '../vocabulary';
import {
  declinePlacement,
  endPlacement,
  hostKey,
  offerHost,
  type PlacementState,
  requestPlacement,
  startPlacement,
  withdrawHost,
} from './placement.decider';
import {
  HOST_WITHDRAWAL_REASONS,
  hostOffered,
  hostWithdrawn,
  type HostWithdrawalReason,
  PLACEMENT_DECLINE_REASONS,
  PLACEMENT_KINDS,
  PLACEMENT_OUTCOMES,
  placementDeclined,
  type PlacementDeclineReason,
  placementEnded,
  type PlacementKind,
  type PlacementOutcome,
  placementRequested,
  placementStarted,
} from './placement.events';

/** An organisation, or a professional who works alone. */
const IsHost = (): PropertyDecorator => Matches(/^(pro|org)-[A-Za-z0-9_-]{2,40}$/);

class RequestPlacementBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('placement') placement?: string;
  @IsIn(PLACEMENT_KINDS) kind: PlacementKind;
  @IsOptional() @IsCount(1) trainees?: number;
  @IsOptional() @IsProfessionalRef() trainee?: string;
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
  @IsOptional() @IsOrganisationRef() sender?: string;
}

class StartPlacementBody extends CommandBody {
  /** A requested placement; without it the command records one that nobody had asked for. */
  @IsOptional() @IsStreamOf('placement') placement?: string;
  @IsOptional() @IsIn(PLACEMENT_KINDS) kind?: PlacementKind;
  @IsOptional() @IsHost() host?: string;
  @IsOptional() @IsCount(1) trainees?: number;
  @IsOptional() @IsProfessionalRef() trainee?: string;
  @IsOptional() @IsIn(PROFESSIONS) profession?: Profession;
  @IsOptional() @IsOrganisationRef() sender?: string;
}

class EndPlacementBody extends CommandBody {
  @IsStreamOf('placement') placement: string;
  @IsIn(PLACEMENT_OUTCOMES) outcome: PlacementOutcome;
}

class DeclinePlacementBody extends CommandBody {
  @IsStreamOf('placement') placement: string;
  @IsIn(PLACEMENT_DECLINE_REASONS) reason: PlacementDeclineReason;
}

class OfferHostBody extends CommandBody {
  @IsIn(PLACEMENT_KINDS) kind: PlacementKind;
  @IsHost() host: string;
  @IsOptional() @IsCount(1) places?: number;
}

class WithdrawHostBody extends CommandBody {
  @IsIn(PLACEMENT_KINDS) kind: PlacementKind;
  @IsHost() host: string;
  @IsIn(HOST_WITHDRAWAL_REASONS) reason: HostWithdrawalReason;
}

const command = defineCommand<PlacementState>();
const ofRecordOrNew = ({ placement }: { readonly placement?: string }): Target =>
  placement === undefined ? created() : existing(placement);
const ofHost = (body: { readonly kind: PlacementKind; readonly host: string }): Target => natural(hostKey(body));
const systems = ['SYS-32', 'SYS-39', 'SYS-70'];

export const placementCommands: readonly CommandDefinition<any, PlacementState>[] = [
  command({
    name: 'request-placement',
    systems,
    body: RequestPlacementBody,
    emits: [placementRequested],
    target: ofRecordOrNew,
    decide: requestPlacement,
    refusals: ['placement.is-a-host', 'placement.already-requested', 'placement.named-alone', 'placement.more-than-requested'],
  }),
  command({
    name: 'start-placement',
    systems,
    body: StartPlacementBody,
    emits: [placementStarted],
    target: ofRecordOrNew,
    decide: startPlacement,
    refusals: [
      'placement.not-described',
      'placement.is-a-host',
      'placement.already-declined',
      'placement.already-started',
      'placement.named-alone',
      'placement.more-than-requested',
      'placement.ends-before-it-starts',
    ],
  }),
  command({
    name: 'end-placement',
    systems,
    body: EndPlacementBody,
    emits: [placementEnded],
    target: ({ placement }) => existing(placement),
    decide: endPlacement,
    refusals: ['placement.not-started', 'placement.already-ended', 'placement.ends-before-it-starts'],
  }),
  command({
    name: 'decline-placement',
    systems,
    body: DeclinePlacementBody,
    emits: [placementDeclined],
    target: ({ placement }) => existing(placement),
    decide: declinePlacement,
    refusals: ['placement.not-requested', 'placement.already-declined', 'placement.already-started'],
  }),
  command({
    name: 'offer-host',
    systems,
    body: OfferHostBody,
    emits: [hostOffered],
    target: ofHost,
    decide: offerHost,
    refusals: ['placement.host-before-offer', 'placement.already-host'],
  }),
  command({
    name: 'withdraw-host',
    systems,
    body: WithdrawHostBody,
    emits: [hostWithdrawn],
    target: ofHost,
    decide: withdrawHost,
    refusals: ['placement.not-a-host', 'placement.host-before-offer', 'placement.already-host'],
  }),
];
