import { IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCount, Nested, TitleBody } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import {
  adoptProposal,
  attachCondition,
  formulateProposal,
  mergeProposals,
  type ProposalState,
  rejectProposal,
  startProposal,
} from './proposal.decider';
import {
  CONDITION_KINDS,
  conditionAttached,
  type ConditionKind,
  PROPOSAL_RANKS,
  proposalAdopted,
  proposalFormulated,
  type ProposalRank,
  proposalRejected,
  proposalsMerged,
  proposalStarted,
  REJECTION_REASONS,
  type RejectionReason,
  ZONE_FUNCTIONS,
  ZONE_SERVICES,
  type ZoneFunction,
  type ZoneService,
} from './proposal.events';

const IsProposalCode = (): PropertyDecorator => Matches(/^[a-z0-9][a-z0-9-]{0,62}$/);

class OfProposalBody extends CommandBody {
  @IsProposalCode() proposal: string;
}

class FormulateProposalBody extends OfProposalBody {
  @IsCount(1) number: number;
  @IsIn(PROPOSAL_RANKS) rank: ProposalRank;
  @IsIn(ZONE_FUNCTIONS) zoneFunction: ZoneFunction;
  @IsOptional() @IsIn(ZONE_SERVICES) service?: ZoneService;
  @Nested(() => TitleBody) title: TitleBody;
}

class AttachConditionBody extends OfProposalBody {
  @IsCount(1) condition: number;
  @IsIn(CONDITION_KINDS) kind: ConditionKind;
  @Nested(() => TitleBody) title: TitleBody;
}

class AdoptProposalBody extends OfProposalBody {
  @IsOptional() @IsProposalCode() body?: string;
}

class RejectProposalBody extends OfProposalBody {
  @IsIn(REJECTION_REASONS) reason: RejectionReason;
}

class MergeProposalsBody extends OfProposalBody {
  @IsProposalCode() into: string;
}

const command = defineCommand<ProposalState>();
const systems = ['SYS-50', 'SYS-51', 'SYS-52', 'SYS-69'];
const ofProposal = ({ proposal }: { readonly proposal: string }) => natural(proposal);

export const proposalCommands: readonly CommandDefinition<any, ProposalState>[] = [
  command({
    name: 'formulate-proposal',
    systems,
    body: FormulateProposalBody,
    emits: [proposalFormulated],
    target: ofProposal,
    decide: formulateProposal,
    refusals: ['proposal.already-formulated'],
  }),
  command({
    name: 'attach-condition',
    systems,
    body: AttachConditionBody,
    emits: [conditionAttached],
    target: ofProposal,
    decide: attachCondition,
    refusals: ['proposal.not-formulated', 'proposal.condition-exists', 'proposal.already-rejected', 'proposal.already-merged'],
  }),
  command({
    name: 'adopt-proposal',
    systems,
    body: AdoptProposalBody,
    emits: [proposalAdopted],
    target: ofProposal,
    decide: adoptProposal,
    refusals: ['proposal.not-formulated', 'proposal.already-adopted', 'proposal.already-rejected', 'proposal.already-merged'],
  }),
  command({
    name: 'start-proposal',
    systems,
    body: OfProposalBody,
    emits: [proposalStarted],
    target: ofProposal,
    decide: startProposal,
    refusals: ['proposal.not-formulated', 'proposal.already-started', 'proposal.already-rejected', 'proposal.already-merged'],
  }),
  command({
    name: 'reject-proposal',
    systems,
    body: RejectProposalBody,
    emits: [proposalRejected],
    target: ofProposal,
    decide: rejectProposal,
    refusals: ['proposal.not-formulated', 'proposal.already-rejected', 'proposal.already-merged', 'proposal.already-started'],
  }),
  command({
    name: 'merge-proposals',
    systems,
    body: MergeProposalsBody,
    emits: [proposalsMerged],
    target: ofProposal,
    decide: mergeProposals,
    refusals: ['proposal.not-formulated', 'proposal.already-rejected', 'proposal.already-merged', 'proposal.merges-with-itself'],
  }),
];
