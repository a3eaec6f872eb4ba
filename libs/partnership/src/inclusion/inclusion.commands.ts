import type { Sealed, SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCode, IsPersonRef, IsStreamOf, IsText, Nested, QuantityBody } from '../command-body';
import { created, defineCommand, existing, perPerson, type Target } from '../term';
import { type Programme, PROGRAMMES } from '../vocabulary';
import {
  endInclusion,
  includeAnonymously,
  includePerson,
  type InclusionState,
  refuseSharing,
  transferInclusion,
} from './inclusion.decider';
import {
  AGE_BANDS,
  type AgeBand,
  anonymousInclusionRecorded,
  CRITERIA,
  type Criterion,
  END_REASONS,
  type EndReason,
  inclusionEnded,
  inclusionTransferred,
  type Outcome,
  OUTCOMES,
  personIncluded,
  REFERRER_TYPES,
  type ReferrerType,
  sharingRefused,
  SHARING_SCOPES,
  type SharingScope,
} from './inclusion.events';

export class IncludePersonBody extends CommandBody {
  @IsPersonRef() person: string;
  @IsIn(PROGRAMMES) programme: Programme;
  /** The period in which the programme counts a person once, for example `2021`. */
  @IsCode() period: string;
  @IsOptional() @IsArray() @ArrayMinSize(1) @ArrayMaxSize(20) @IsIn(CRITERIA, { each: true }) criteriaMet?: Sealed<Criterion[]>;
  /** Reference of the consent form; the form itself stays with the team. */
  @IsOptional() @IsText(80) consentRef?: SealedText;
  @IsOptional() @IsIn(REFERRER_TYPES) referrerType?: Sealed<ReferrerType>;
  /** NIS code of the commune where the person lives. */
  @IsOptional() @Matches(/^\d{5}$/) commune?: SealedText;
  @IsOptional() @IsIn(AGE_BANDS) ageBand?: Sealed<AgeBand>;
  /** ISO 639-1 code. */
  @IsOptional() @Matches(/^[a-z]{2}$/) personLanguage?: SealedText;
}

export class IncludeAnonymouslyBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('inclusion') inclusion?: string;
  @IsIn(PROGRAMMES) programme: Programme;
  @IsCode() period: string;
  @Nested(() => QuantityBody) heads: QuantityBody;
}

export class RefuseSharingBody extends CommandBody {
  @IsStreamOf('inclusion') inclusion: string;
  @IsIn(SHARING_SCOPES) scope: SharingScope;
}

export class TransferInclusionBody extends CommandBody {
  @IsStreamOf('inclusion') inclusion: string;
  @IsIn(PROGRAMMES) from: Programme;
  @IsIn(PROGRAMMES) to: Programme;
}

export class EndInclusionBody extends CommandBody {
  @IsStreamOf('inclusion') inclusion: string;
  @IsIn(END_REASONS) reason: EndReason;
  @IsOptional() @IsIn(OUTCOMES) outcome?: Outcome;
}

const define = defineCommand<InclusionState>();
const ofRecordOrNew = ({ inclusion }: { readonly inclusion?: string }): Target =>
  inclusion === undefined ? created() : existing(inclusion);
const systems = ['SYS-05', 'SYS-11', 'SYS-15'];

export const inclusionCommands = [
  define({
    name: 'include-person',
    systems,
    body: IncludePersonBody,
    emits: [personIncluded],
    target: ({ person, programme, period }) => perPerson(person, `${programme}|${period}`),
    persons: ['person'],
    decide: includePerson,
    refusals: ['inclusion.already-included', 'inclusion.before-inclusion'],
  }),
  define({
    name: 'include-anonymously',
    systems,
    body: IncludeAnonymouslyBody,
    emits: [anonymousInclusionRecorded],
    target: ofRecordOrNew,
    decide: includeAnonymously,
    refusals: ['inclusion.already-recorded', 'inclusion.nobody-included', 'inclusion.territory-too-fine'],
  }),
  define({
    name: 'refuse-sharing',
    systems,
    body: RefuseSharingBody,
    emits: [sharingRefused],
    target: ({ inclusion }) => existing(inclusion),
    decide: refuseSharing,
    refusals: ['inclusion.anonymous-has-no-file', 'inclusion.not-included'],
  }),
  define({
    name: 'transfer-inclusion',
    systems,
    body: TransferInclusionBody,
    emits: [inclusionTransferred],
    target: ({ inclusion }) => existing(inclusion),
    decide: transferInclusion,
    refusals: [
      'inclusion.anonymous-has-no-file',
      'inclusion.not-included',
      'inclusion.already-ended',
      'inclusion.same-programme',
      'inclusion.other-programme',
      'inclusion.before-inclusion',
    ],
  }),
  define({
    name: 'end-inclusion',
    systems,
    body: EndInclusionBody,
    emits: [inclusionEnded],
    target: ({ inclusion }) => existing(inclusion),
    decide: endInclusion,
    refusals: ['inclusion.anonymous-has-no-file', 'inclusion.not-included', 'inclusion.already-ended', 'inclusion.before-inclusion'],
  }),
];
