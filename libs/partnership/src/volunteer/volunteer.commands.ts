import type { SealedText } from '@app/decider';
import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsCount, IsOrganisationRef, IsProfessionalRef, IsStreamOf, IsText } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { interviewVolunteer, qualifyVolunteer, recordVolunteerLeaving, type VolunteerState } from './volunteer.decider';
import {
  INTERVIEW_OUTCOMES,
  type InterviewOutcome,
  LEAVING_REASONS,
  type LeavingReason,
  volunteerInterviewed,
  volunteerLeft,
  volunteerTrained,
} from './volunteer.events';

class InterviewVolunteerBody extends CommandBody {
  @IsProfessionalRef() volunteer: string;
  @IsIn(INTERVIEW_OUTCOMES) outcome: InterviewOutcome;
  @IsOptional() @IsStreamOf('training-cycle') cycle?: string;
  @IsOptional() @IsText() remark?: SealedText;
}

class QualifyVolunteerBody extends CommandBody {
  @IsProfessionalRef() volunteer: string;
  @IsOptional() @IsStreamOf('training-cycle') cycle?: string;
  @IsOptional() @IsCount(1) cycleNumber?: number;
  @IsOptional() @IsOrganisationRef() structure?: string;
}

class RecordVolunteerLeavingBody extends CommandBody {
  @IsProfessionalRef() volunteer: string;
  @IsIn(LEAVING_REASONS) reason: LeavingReason;
  @IsOptional() @IsText() remark?: SealedText;
}

const command = defineCommand<VolunteerState>();
const systems = ['SYS-18', 'SYS-19'];
/** One stream per volunteer, found by the volunteer's own id. */
const ofVolunteer = ({ volunteer }: { readonly volunteer: string }) => natural(volunteer);

export const volunteerCommands: readonly CommandDefinition<any, VolunteerState>[] = [
  command({
    name: 'interview-volunteer',
    systems,
    body: InterviewVolunteerBody,
    emits: [volunteerInterviewed],
    target: ofVolunteer,
    decide: interviewVolunteer,
    refusals: ['volunteer.already-interviewed'],
  }),
  command({
    name: 'qualify-volunteer',
    systems,
    body: QualifyVolunteerBody,
    emits: [volunteerTrained],
    target: ofVolunteer,
    decide: qualifyVolunteer,
    refusals: ['volunteer.has-left', 'volunteer.not-accepted', 'volunteer.already-trained'],
  }),
  command({
    name: 'record-volunteer-leaving',
    systems,
    body: RecordVolunteerLeavingBody,
    emits: [volunteerLeft],
    target: ofVolunteer,
    decide: recordVolunteerLeaving,
    refusals: ['volunteer.unknown', 'volunteer.has-left'],
  }),
];
