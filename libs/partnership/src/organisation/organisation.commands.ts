import type { SealedText } from '@app/decider';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandBody, IsCode, IsDay, IsOrganisationRef, IsText } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { ORGANISATION_KINDS, type OrganisationKind } from '../vocabulary';
import {
  closeOrganisation,
  leavePlace,
  locateOrganisation,
  moveOrganisation,
  type OrganisationState,
  registerOrganisation,
} from './organisation.decider';
import {
  CLOSING_REASONS,
  type ClosingReason,
  organisationClosed,
  organisationLeftPlace,
  organisationLocated,
  organisationMoved,
  organisationRegistered,
  PLACE_ROLES,
  type PlaceRole,
} from './organisation.events';

export class RegisterOrganisationBody extends CommandBody {
  @IsOrganisationRef() organisation: string;
  @IsString() @Length(1, 200) name: string;
  @IsIn(ORGANISATION_KINDS) kind: OrganisationKind;
}

/** `territory` is where the place lies. */
export class MoveOrganisationBody extends CommandBody {
  @IsOrganisationRef() organisation: string;
  @IsCode() place: string;
  @IsOptional() @IsText(400) address?: SealedText;
}

export class LocateOrganisationBody extends MoveOrganisationBody {
  @IsIn(PLACE_ROLES) role: PlaceRole;
}

class OrganisationEndingBody extends CommandBody {
  @IsOrganisationRef() organisation: string;
  /** First day on which it is no longer so; `lastDay` says the same by the day before. Without either, the day of `occurred`. */
  @IsOptional() @IsDay() leftOn?: string;
  @IsOptional() @IsDay() lastDay?: string;
}

export class LeavePlaceBody extends OrganisationEndingBody {
  @IsCode() place: string;
}

export class CloseOrganisationBody extends OrganisationEndingBody {
  @IsIn(CLOSING_REASONS) reason: ClosingReason;
}

const command = defineCommand<OrganisationState>();
const systems = ['SYS-42', 'SYS-57'];
const target = ({ organisation }: { readonly organisation: string }) => natural(organisation);
const OPEN = ['organisation.not-registered', 'organisation.already-closed'];
const PLACE = ['organisation.unknown-place', 'organisation.already-left'];

export const organisationCommands: readonly CommandDefinition<any, OrganisationState>[] = [
  command({
    name: 'register-organisation',
    systems,
    body: RegisterOrganisationBody,
    emits: [organisationRegistered],
    target,
    decide: registerOrganisation,
    refusals: ['organisation.already-registered'],
  }),
  command({
    name: 'locate-organisation',
    systems,
    body: LocateOrganisationBody,
    emits: [organisationLocated],
    target,
    decide: locateOrganisation,
    refusals: [
      ...OPEN,
      'organisation.territory-needed',
      'organisation.place-already-known',
      'organisation.second-seat',
      'organisation.before-registration',
    ],
  }),
  command({
    name: 'move-organisation',
    systems,
    body: MoveOrganisationBody,
    emits: [organisationMoved],
    target,
    decide: moveOrganisation,
    refusals: [...OPEN, ...PLACE, 'organisation.territory-needed', 'organisation.moves-before-it-came'],
  }),
  command({
    name: 'leave-place',
    systems,
    body: LeavePlaceBody,
    emits: [organisationLeftPlace],
    target,
    decide: leavePlace,
    refusals: ['organisation.two-ends', ...OPEN, ...PLACE, 'organisation.leaves-before-it-came'],
  }),
  command({
    name: 'close-organisation',
    systems,
    body: CloseOrganisationBody,
    emits: [organisationClosed],
    target,
    decide: closeOrganisation,
    refusals: ['organisation.two-ends', ...OPEN, 'organisation.closes-before-it-came'],
  }),
];
