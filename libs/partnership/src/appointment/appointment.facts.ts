import { exactly, type RecordedEvent } from '@app/decider';
import { type FactMapping, many, noFacts, one } from '../facts';
import { attendanceFacts } from '../gathering';
import {
  coachingHeld,
  type CoachingHeldData,
  functionAppointed,
  type FunctionAppointedData,
  functionEnded,
  type FunctionEndedData,
  intervisionHeld,
  type IntervisionHeldData,
  participationFeeAgreed,
  participationPaid,
  type ParticipationPaidData,
} from './appointment.events';

type Held = RecordedEvent<string, CoachingHeldData | IntervisionHeldData>;

const gathered =
  (name: 'coaching' | 'intervision') =>
  ({ streamId, data }: Held) => {
    const dims = { function: data.function, ...(data.mode ? { mode: data.mode } : {}) };
    const gathering = { occurrenceKey: streamId, dims };
    return [
      one(`${name}-session`, 'session', { ...gathering, subjectKind: 'professional' }),
      ...attendanceFacts(`${name}-attendances`, data, gathering),
    ];
  };

export const appointmentFacts: FactMapping = {
  [functionAppointed.type]: ({ streamId, data }: RecordedEvent<string, FunctionAppointedData>) => {
    const dims = { function: data.function, ...(data.fundingModel ? { fundingModel: data.fundingModel } : {}) };
    const held = { subjectKind: 'professional', subjectKey: data.holder, groupKey: streamId, dims } as const;
    return [
      one('function', 'function', held),
      // Without a key, so that what is held on a day adds up instead of counting holders.
      ...(data.fteHundredths
        ? [many('function-fte-hundredths', 'fte', exactly(data.fteHundredths), { subjectKind: 'professional', groupKey: streamId, dims })]
        : []),
      ...(data.hostStructure
        ? [
            one('function-host', 'structure', {
              subjectKind: 'structure',
              subjectKey: data.hostStructure,
              groupKey: streamId,
              dims: { function: data.function },
            }),
          ]
        : []),
    ];
  },
  [functionEnded.type]: ({ streamId, data }: RecordedEvent<string, FunctionEndedData>) => [
    { change: ['function', 'function-fte-hundredths', 'function-host'], validTo: data.endedOn },
    one('function-ended', 'function', {
      subjectKind: 'professional',
      groupKey: streamId,
      dims: { function: data.function, reason: data.reason },
    }),
  ],
  [coachingHeld.type]: gathered('coaching'),
  [intervisionHeld.type]: gathered('intervision'),
  [participationPaid.type]: ({ data: { model, amountCents, payee } }: RecordedEvent<string, ParticipationPaidData>) => [
    many('participation-paid', 'euro', exactly(amountCents), {
      subjectKind: payee?.startsWith('org-') ? 'structure' : 'professional',
      ...(payee ? { subjectKey: payee } : {}),
      dims: { model },
    }),
  ],
  [participationFeeAgreed.type]: noFacts,
};
