import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCount, IsDay, IsProfessionalRef, IsStreamOf, IsWebAddress, Nested, QuantityBody, TitleBody } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import {
  closeCallForCandidates,
  createSubGroup,
  declineCandidate,
  enterCandidate,
  type ParticipationCallState,
  publishCallForCandidates,
  selectCandidate,
} from './participation-call.decider';
import {
  CALL_PURPOSES,
  callForCandidatesClosed,
  callForCandidatesPublished,
  type CallPurpose,
  CANDIDATE_DECLINE_REASONS,
  CANDIDATE_PROFILES,
  candidateApplied,
  candidateDeclined,
  type CandidateDeclineReason,
  type CandidateProfile,
  candidateSelected,
  subGroupCreated,
} from './participation-call.events';

const IsCall = (): PropertyDecorator => IsStreamOf('participation-call');
const IsSubGroup = (): PropertyDecorator => Matches(/^[a-z0-9][a-z0-9-]{0,30}$/);

class PublishCallForCandidatesBody extends CommandBody {
  /** Only to correct the publication of a call; without it a new one. */
  @IsOptional() @IsCall() call?: string;
  @IsIn(CALL_PURPOSES) purpose: CallPurpose;
  @Nested(() => TitleBody) title: TitleBody;
  @IsOptional() @IsCount(1) places?: number;
  @IsOptional() @IsDay() lastDay?: string;
  @IsOptional() @IsWebAddress() url?: string;
}

class OfCallBody extends CommandBody {
  @IsCall() call: string;
}

class EnterCandidateBody extends OfCallBody {
  @IsProfessionalRef() candidate: string;
  @IsIn(CANDIDATE_PROFILES) profile: CandidateProfile;
}

class SelectCandidateBody extends OfCallBody {
  @IsProfessionalRef() candidate: string;
  @IsOptional() @IsSubGroup() subGroup?: string;
}

class DeclineCandidateBody extends OfCallBody {
  @IsProfessionalRef() candidate: string;
  @IsIn(CANDIDATE_DECLINE_REASONS) reason: CandidateDeclineReason;
}

class CreateSubGroupBody extends OfCallBody {
  @IsSubGroup() subGroup: string;
}

class CloseCallForCandidatesBody extends OfCallBody {
  @IsOptional() @Nested(() => QuantityBody) candidates?: QuantityBody;
  @IsOptional() @Nested(() => QuantityBody) selected?: QuantityBody;
}

const command = defineCommand<ParticipationCallState>();
const systems = ['SYS-49', 'SYS-50'];
const ofCall = ({ call }: { readonly call: string }) => existing(call);

export const participationCallCommands: readonly CommandDefinition<any, ParticipationCallState>[] = [
  command({
    name: 'publish-call-for-candidates',
    systems,
    body: PublishCallForCandidatesBody,
    emits: [callForCandidatesPublished],
    target: ({ call }) => (call === undefined ? created() : existing(call)),
    decide: publishCallForCandidates,
    refusals: ['participation-call.already-published', 'participation-call.closes-before-it-opens'],
  }),
  command({
    name: 'enter-candidate',
    systems,
    body: EnterCandidateBody,
    emits: [candidateApplied],
    target: ofCall,
    decide: enterCandidate,
    refusals: [
      'participation-call.not-published',
      'participation-call.already-applied',
      'participation-call.candidates-counted',
      'participation-call.already-closed',
    ],
  }),
  command({
    name: 'select-candidate',
    systems,
    body: SelectCandidateBody,
    emits: [candidateSelected],
    target: ofCall,
    decide: selectCandidate,
    refusals: [
      'participation-call.not-published',
      'participation-call.no-such-candidate',
      'participation-call.already-selected',
      'participation-call.already-declined',
      'participation-call.no-such-sub-group',
    ],
  }),
  command({
    name: 'decline-candidate',
    systems,
    body: DeclineCandidateBody,
    emits: [candidateDeclined],
    target: ofCall,
    decide: declineCandidate,
    refusals: [
      'participation-call.not-published',
      'participation-call.no-such-candidate',
      'participation-call.already-declined',
      'participation-call.already-selected',
    ],
  }),
  command({
    name: 'create-sub-group',
    systems,
    body: CreateSubGroupBody,
    emits: [subGroupCreated],
    target: ofCall,
    decide: createSubGroup,
    refusals: ['participation-call.not-published', 'participation-call.sub-group-exists'],
  }),
  command({
    name: 'close-call-for-candidates',
    systems,
    body: CloseCallForCandidatesBody,
    emits: [callForCandidatesClosed],
    target: ofCall,
    decide: closeCallForCandidates,
    refusals: [
      'participation-call.not-published',
      'participation-call.already-closed',
      'participation-call.closes-before-it-opens',
      'participation-call.candidates-named',
      'participation-call.more-selected',
    ],
  }),
];
