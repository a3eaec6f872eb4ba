import type { RecordedEvent } from '@app/decider';
import { type FactMapping, many, one } from '../facts';
import type {
  CallForCandidatesClosedData,
  CallForCandidatesPublishedData,
  CandidateAppliedData,
  CandidateDeclinedData,
  CandidateSelectedData,
  SubGroupCreatedData,
} from './participation-call.events';

type Candidacy = CandidateAppliedData | CandidateSelectedData | CandidateDeclinedData;

const named = (streamId: string, { candidate, purpose, profile }: Candidacy) =>
  ({ subjectKind: 'professional', subjectKey: candidate, occurrenceKey: streamId, dims: { purpose, profile } }) as const;

/** A candidacy is a registration: a name put down. Who was counted at the closing has no name and no profile. */
export const participationCallFacts: FactMapping = {
  CallForCandidatesPublished: ({ data }: RecordedEvent<string, CallForCandidatesPublishedData>) => [
    one('call-for-candidates-published', 'publication', { dims: { purpose: data.purpose } }),
  ],
  CandidateApplied: ({ streamId, data }: RecordedEvent<string, CandidateAppliedData>) => [
    one('candidate-applied', 'registration', named(streamId, data)),
  ],
  CandidateSelected: ({ streamId, data }: RecordedEvent<string, CandidateSelectedData>) => [
    one('candidate-selected', 'registration', named(streamId, data)),
  ],
  // Who was selected and withdraws was selected all the same, and is counted here too.
  CandidateDeclined: ({ streamId, data }: RecordedEvent<string, CandidateDeclinedData>) => {
    const rest = named(streamId, data);
    return [one('candidate-declined', 'registration', { ...rest, dims: { ...rest.dims, reason: data.reason } })];
  },
  SubGroupCreated: ({ data }: RecordedEvent<string, SubGroupCreatedData>) => [
    one('sub-group-created', 'other', { dims: { purpose: data.purpose } }),
  ],
  CallForCandidatesClosed: ({ streamId, data }: RecordedEvent<string, CallForCandidatesClosedData>) => {
    const { purpose, candidates, selected } = data;
    const rest = { subjectKind: 'professional', occurrenceKey: streamId, dims: { purpose } } as const;
    return [
      one('call-for-candidates-closed', 'publication', { subjectKind: 'none', dims: { purpose } }),
      ...(candidates ? [many('candidate-applied', 'registration', candidates, rest)] : []),
      ...(selected ? [many('candidate-selected', 'registration', selected, rest)] : []),
    ];
  },
};
