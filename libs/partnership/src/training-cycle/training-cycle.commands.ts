import type { Quantity, SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCount, IsProfessionalRef, IsStreamOf, IsText, Nested, QuantityBody } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import {
  cancelTrainingCycle,
  closeTrainingCycle,
  completeTraining,
  countCompletions,
  openTrainingCycle,
  type TrainingCycleState,
} from './training-cycle.decider';
import {
  completionsCounted,
  CYCLE_CANCELLATION_REASONS,
  type CycleCancellationReason,
  participantCompletedTraining,
  TRAINING_PROGRAMMES,
  trainingCycleCancelled,
  trainingCycleClosed,
  trainingCycleOpened,
  type TrainingProgramme,
} from './training-cycle.events';

class OpenTrainingCycleBody extends CommandBody {
  /** Only to correct an opening: the cycle that it stands in. */
  @IsOptional() @IsStreamOf('training-cycle') cycle?: string;
  @IsIn(TRAINING_PROGRAMMES) programme: TrainingProgramme;
  @IsOptional() @IsCount(1) cycleNumber?: number;
  @IsOptional() @IsCount(1) days?: number;
  @IsOptional() @IsCount(1) capacity?: number;
}

class CloseTrainingCycleBody extends CommandBody {
  @IsStreamOf('training-cycle') cycle: string;
  @IsOptional() @Nested(() => QuantityBody) registrations?: Quantity;
  @IsOptional() @IsArray() @ArrayUnique() @ArrayMaxSize(500) @Matches(/^pro-[A-Za-z0-9_-]{2,64}$/, { each: true }) present?: string[];
  @IsOptional() @Nested(() => QuantityBody) heads?: Quantity;
  @IsOptional() @Nested(() => QuantityBody) organisations?: Quantity;
  @IsOptional() @IsText() remark?: SealedText;
}

class CancelTrainingCycleBody extends CommandBody {
  @IsStreamOf('training-cycle') cycle: string;
  @IsIn(CYCLE_CANCELLATION_REASONS) reason: CycleCancellationReason;
  @IsOptional() @IsText() remark?: SealedText;
}

class CompleteTrainingBody extends CommandBody {
  @IsStreamOf('training-cycle') cycle: string;
  @IsProfessionalRef() participant: string;
  @IsOptional() @IsCount(1) daysAttended?: number;
}

class CountCompletionsBody extends CommandBody {
  @IsStreamOf('training-cycle') cycle: string;
  @Nested(() => QuantityBody) completions: Quantity;
}

const command = defineCommand<TrainingCycleState>();
const ofCycle = ({ cycle }: { readonly cycle: string }) => existing(cycle);
const systems = ['SYS-18', 'SYS-19', 'SYS-23', 'SYS-35', 'SYS-38', 'SYS-58'];

export const trainingCycleCommands: readonly CommandDefinition<any, TrainingCycleState>[] = [
  command({
    name: 'open-training-cycle',
    systems,
    body: OpenTrainingCycleBody,
    emits: [trainingCycleOpened],
    target: ({ cycle }) => (cycle ? existing(cycle) : created()),
    decide: openTrainingCycle,
    refusals: ['training-cycle.cancelled', 'training-cycle.already-opened'],
  }),
  command({
    name: 'close-training-cycle',
    systems,
    body: CloseTrainingCycleBody,
    emits: [trainingCycleClosed],
    target: ofCycle,
    decide: closeTrainingCycle,
    refusals: ['training-cycle.not-opened', 'training-cycle.cancelled', 'training-cycle.already-closed'],
  }),
  command({
    name: 'cancel-training-cycle',
    systems,
    body: CancelTrainingCycleBody,
    emits: [trainingCycleCancelled],
    target: ofCycle,
    decide: cancelTrainingCycle,
    refusals: ['training-cycle.not-opened', 'training-cycle.already-closed', 'training-cycle.cancelled'],
  }),
  command({
    name: 'complete-training',
    systems,
    body: CompleteTrainingBody,
    emits: [participantCompletedTraining],
    target: ofCycle,
    decide: completeTraining,
    refusals: [
      'training-cycle.not-opened',
      'training-cycle.cancelled',
      'training-cycle.already-completed',
      'training-cycle.completions-counted',
      'training-cycle.more-days-than-planned',
    ],
  }),
  command({
    name: 'count-completions',
    systems,
    body: CountCompletionsBody,
    emits: [completionsCounted],
    target: ofCycle,
    decide: countCompletions,
    refusals: ['training-cycle.not-opened', 'training-cycle.cancelled', 'training-cycle.completions-counted'],
  }),
];
