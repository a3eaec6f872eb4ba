import { exactly, lessUnits, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import { attendanceFacts, eachDate, lastDay, unnamedFacts } from '../gathering';
import type {
  CompletionsCountedData,
  ParticipantCompletedTrainingData,
  TrainingCycleCancelledData,
  TrainingCycleClosedData,
  TrainingCycleOpenedData,
} from './training-cycle.events';

/** A cycle counts once, on its last day; its days count one by one where the dates are known. */
export const trainingCycleFacts: FactMapping = {
  TrainingCycleOpened: ({ streamId, data, occurred }: RecordedEvent<string, TrainingCycleOpenedData>) => [
    one('training-cycle-opened', 'cycle', { groupKey: streamId, dims: { programme: data.programme }, occurred: lastDay(occurred) }),
    ...(data.capacity
      ? [
          many('training-places', 'place', exactly(data.capacity), {
            groupKey: streamId,
            dims: { programme: data.programme },
            occurred: lastDay(occurred),
          }),
        ]
      : []),
  ],
  TrainingCycleClosed: ({ streamId, data, occurred }: RecordedEvent<string, TrainingCycleClosedData>) => {
    const rest = { groupKey: streamId, dims: { programme: data.programme } };
    const gathering = { ...rest, occurrenceKey: streamId };
    return [
      one('training-cycle-held', 'cycle', { ...rest, occurred: lastDay(occurred) }),
      ...(occurred.nature === 'set' ? eachDate(occurred).map((date) => one('training-days', 'day', { ...rest, occurred: date })) : []),
      ...(data.registrations
        ? [many('training-cycle-registrations', 'registration', data.registrations, { ...gathering, subjectKind: 'professional' })]
        : []),
      ...attendanceFacts('training-cycle-attendances', data, gathering),
      ...(data.organisations
        ? [many('training-cycle-organisations', 'structure', data.organisations, { ...gathering, subjectKind: 'structure' })]
        : []),
    ];
  },
  TrainingCycleCancelled: ({ streamId, data }: RecordedEvent<string, TrainingCycleCancelledData>) => [
    { close: ['training-cycle-opened', 'training-places'] },
    one('training-cycle-cancelled', 'cycle', {
      groupKey: streamId,
      dims: { programme: data.programme, reason: data.reason },
      occurred: lastDay(data.plannedFor),
    }),
  ],
  ParticipantCompletedTraining: ({ streamId, data }: RecordedEvent<string, ParticipantCompletedTrainingData>) => [
    one('training-completions', 'unique-person', {
      subjectKind: 'professional',
      subjectKey: data.participant,
      occurrenceKey: streamId,
      groupKey: streamId,
      dims: { programme: data.programme },
    }),
  ],
  CompletionsCounted: ({ streamId, data }: RecordedEvent<string, CompletionsCountedData>) =>
    unnamedFacts(
      many('training-completions', 'unique-person', lessUnits(data.completions, data.named), {
        subjectKind: 'professional',
        occurrenceKey: streamId,
        groupKey: streamId,
        dims: { programme: data.programme },
      }),
    ),
};
