import type { SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCode, IsDay, IsOrganisationRef, IsStreamOf, IsText, Nested, TitleBody } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import {
  contributeToProject,
  endProject,
  involveProjectPartner,
  type ProjectState,
  reachDeliverable,
  reassessProject,
  supportProject,
} from './project.decider';
import {
  contributionMade,
  DELIVERABLE_KINDS,
  DELIVERABLE_STATES,
  type DeliverableKind,
  deliverableReached,
  type DeliverableState,
  PARTNER_PARTS,
  type PartnerPart,
  PROJECT_CONTRIBUTIONS,
  PROJECT_KINDS,
  PROJECT_OUTCOMES,
  PROJECT_ROLES,
  type ProjectContribution,
  projectEnded,
  type ProjectKind,
  type ProjectOutcome,
  projectPartnerInvolved,
  projectReassessed,
  type ProjectRole,
  projectSupportStarted,
  REASSESSMENT_CONCLUSIONS,
  type ReassessmentConclusion,
} from './project.events';

const IsProject = (): PropertyDecorator => IsStreamOf('project');

class SupportProjectBody extends CommandBody {
  /** Only to correct the start of the support; without it a new project. */
  @IsOptional() @IsProject() project?: string;
  @Nested(() => TitleBody) name: TitleBody;
  @IsIn(PROJECT_KINDS) kind: ProjectKind;
  @IsIn(PROJECT_ROLES) role: ProjectRole;
  @IsOptional() @IsArray() @ArrayMaxSize(50) @ArrayUnique() @Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true }) carriers?: string[];
}

class OfProjectBody extends CommandBody {
  @IsProject() project: string;
}

class ContributeToProjectBody extends OfProjectBody {
  @IsIn(PROJECT_CONTRIBUTIONS) contribution: ProjectContribution;
  @IsOptional() @IsText() remark?: SealedText;
}

class InvolveProjectPartnerBody extends OfProjectBody {
  @IsOrganisationRef() partner: string;
  @IsIn(PARTNER_PARTS) part: PartnerPart;
}

class ReassessProjectBody extends OfProjectBody {
  @IsIn(REASSESSMENT_CONCLUSIONS) conclusion: ReassessmentConclusion;
  @IsOptional() @IsDay() againOn?: string;
  @IsOptional() @IsText() remark?: SealedText;
}

class ReachDeliverableBody extends OfProjectBody {
  @IsCode() deliverable: string;
  @IsIn(DELIVERABLE_KINDS) deliverableKind: DeliverableKind;
  @IsIn(DELIVERABLE_STATES) state: DeliverableState;
}

class EndProjectBody extends OfProjectBody {
  @IsIn(PROJECT_OUTCOMES) outcome: ProjectOutcome;
}

const command = defineCommand<ProjectState>();
const systems = ['SYS-59', 'SYS-61', 'SYS-62', 'SYS-63', 'SYS-67'];
const ofProject = ({ project }: OfProjectBody) => existing(project);
const AT_A_TIME = ['project.not-supported', 'project.before-support', 'project.has-ended'];

export const projectCommands: readonly CommandDefinition<any, ProjectState>[] = [
  command({
    name: 'support-project',
    systems,
    body: SupportProjectBody,
    emits: [projectSupportStarted],
    target: ({ project }) => (project === undefined ? created() : existing(project)),
    decide: supportProject,
    refusals: ['project.already-supported'],
  }),
  command({
    name: 'contribute-to-project',
    systems,
    body: ContributeToProjectBody,
    emits: [contributionMade],
    target: ofProject,
    decide: contributeToProject,
    refusals: AT_A_TIME,
  }),
  command({
    name: 'involve-project-partner',
    systems: ['SYS-59', 'SYS-67'],
    body: InvolveProjectPartnerBody,
    emits: [projectPartnerInvolved],
    target: ofProject,
    decide: involveProjectPartner,
    refusals: AT_A_TIME,
  }),
  command({
    name: 'reassess-project',
    systems,
    body: ReassessProjectBody,
    emits: [projectReassessed],
    target: ofProject,
    decide: reassessProject,
    refusals: [...AT_A_TIME, 'project.already-reassessed', 'project.again-too-soon'],
  }),
  command({
    name: 'reach-deliverable',
    systems,
    body: ReachDeliverableBody,
    emits: [deliverableReached],
    target: ofProject,
    decide: reachDeliverable,
    refusals: ['project.not-supported', 'project.deliverable-of-another-kind', 'project.deliverable-not-further'],
  }),
  command({
    name: 'end-project',
    systems,
    body: EndProjectBody,
    emits: [projectEnded],
    target: ofProject,
    decide: endProject,
    refusals: AT_A_TIME,
  }),
];
