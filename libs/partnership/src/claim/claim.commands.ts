import type { CountKind } from '@app/decider';
import { COUNT_KINDS } from '@app/decider';
import { IsIn, IsInt, IsObject, IsOptional, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { CommandBody, IsCode, IsCount, IsDay, IsOrganisationRef, IsStreamOf, Nested, QuantityBody } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { type ClaimState, importClaim } from './claim.decider';
import { claimImported } from './claim.events';

class ClaimPeriodBody {
  @IsDay() from: string;
  @IsDay() to: string;
}

class ImportClaimBody extends CommandBody {
  /** The claim that this one corrects; a new claim names none. */
  @IsOptional() @IsStreamOf('claim') claim?: string;
  @IsCode() indicator: string;
  @Nested(() => ClaimPeriodBody) period: ClaimPeriodBody;
  @IsOptional() @Matches(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,40}$/) plan?: string;
  @IsOptional() @IsInt() @Min(1) @Max(9999) action?: number;
  @IsOptional() @IsCode() target?: string;
  @IsOptional() @IsOrganisationRef() organisation?: string;
  @IsIn(COUNT_KINDS) kind: CountKind;
  @Nested(() => QuantityBody) quantity: QuantityBody;
  @IsOptional() @IsCount() num?: number;
  @IsOptional() @IsCount() den?: number;
  @IsOptional() @IsDay() dataOn?: string;
  @IsOptional() @IsDay() statedOn?: string;
  /** The value as the document prints it: a few words, never its sentences. */
  @IsString() @MaxLength(200) raw: string;
  @IsOptional() @IsObject() dims?: Record<string, string | number | boolean>;
}

export const claimCommands = [
  defineCommand<ClaimState>()({
    name: 'import-claim',
    systems: ['SYS-55'],
    body: ImportClaimBody,
    emits: [claimImported],
    target: ({ claim }) => (claim === undefined ? created() : existing(claim)),
    decide: importClaim,
    refusals: [
      'claim.already-imported',
      'claim.period-backwards',
      'claim.quantity-does-not-fit',
      'claim.share-incomplete',
      'claim.action-without-plan',
      'claim.stated-before-its-data',
      'claim.dimensions-not-plain',
    ],
  }),
];
