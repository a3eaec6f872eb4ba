import type { SealedText } from '@app/decider';
import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsCount, IsOrganisationRef, IsProfessionalRef, IsStreamOf, IsText } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import { declineTraining, grantTraining, requestTraining, type TrainingRequestState } from './training-request.decider';
import {
  REQUESTED_PROGRAMMES,
  type RequestedProgramme,
  TRAINING_DECLINE_REASONS,
  type TrainingDeclineReason,
  trainingDeclined,
  trainingGranted,
  trainingRequested,
} from './training-request.events';

class RequestTrainingBody extends CommandBody {
  /** Only to correct a request: the stream that it stands in. */
  @IsOptional() @IsStreamOf('training-request') request?: string;
  @IsIn(REQUESTED_PROGRAMMES) programme: RequestedProgramme;
  @IsOptional() @IsStreamOf('training-cycle') cycle?: string;
  @IsOptional() @IsOrganisationRef() structure?: string;
  @IsOptional() @IsProfessionalRef() participant?: string;
  @IsOptional() @IsCount(1) places?: number;
}

class GrantTrainingBody extends CommandBody {
  @IsStreamOf('training-request') request: string;
  @IsOptional() @IsStreamOf('training-cycle') cycle?: string;
  @IsOptional() @IsCount(1) places?: number;
}

class DeclineTrainingBody extends CommandBody {
  @IsStreamOf('training-request') request: string;
  @IsIn(TRAINING_DECLINE_REASONS) reason: TrainingDeclineReason;
  @IsOptional() @IsText() remark?: SealedText;
}

const command = defineCommand<TrainingRequestState>();
const systems = ['SYS-19', 'SYS-23', 'SYS-35', 'SYS-38', 'SYS-40', 'SYS-58'];

export const trainingRequestCommands: readonly CommandDefinition<any, TrainingRequestState>[] = [
  command({
    name: 'request-training',
    systems,
    body: RequestTrainingBody,
    emits: [trainingRequested],
    target: ({ request }) => (request ? existing(request) : created()),
    decide: requestTraining,
    refusals: ['training-request.already-requested'],
  }),
  command({
    name: 'grant-training',
    systems,
    body: GrantTrainingBody,
    emits: [trainingGranted],
    target: ({ request }) => existing(request),
    decide: grantTraining,
    refusals: [
      'training-request.not-requested',
      'training-request.already-declined',
      'training-request.already-granted',
      'training-request.more-than-requested',
    ],
  }),
  command({
    name: 'decline-training',
    systems,
    body: DeclineTrainingBody,
    emits: [trainingDeclined],
    target: ({ request }) => existing(request),
    decide: declineTraining,
    refusals: ['training-request.not-requested', 'training-request.already-declined', 'training-request.already-granted'],
  }),
];
