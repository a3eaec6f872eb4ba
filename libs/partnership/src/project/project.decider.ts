import {
  dataOf,
  type Decide,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Occurred,
  repeats,
  sameData,
  type SealedText,
} from '@app/decider';
import {
  contributionMade,
  type ContributionMadeData,
  DELIVERABLE_STATES,
  deliverableReached,
  type DeliverableReachedData,
  type DeliverableState,
  type PartnerPart,
  type ProjectContribution,
  projectEnded,
  type ProjectEndedData,
  type ProjectOutcome,
  projectPartnerInvolved,
  type ProjectPartnerInvolvedData,
  projectReassessed,
  type ProjectReassessedData,
  projectSupportStarted,
  type ProjectSupportStartedData,
  type ReassessmentConclusion,
} from './project.events';

export type SupportProject = ProjectSupportStartedData;

export interface ContributeToProject {
  readonly contribution: ProjectContribution;
  readonly remark?: SealedText;
}

export interface InvolveProjectPartner {
  readonly partner: string;
  readonly part: PartnerPart;
}

export interface ReassessProject {
  readonly conclusion: ReassessmentConclusion;
  readonly againOn?: string;
  readonly remark?: SealedText;
}

export type ReachDeliverable = DeliverableReachedData;

export interface EndProject {
  readonly outcome: ProjectOutcome;
}

export interface ProjectState {
  readonly started?: Kept<ProjectSupportStartedData>;
  readonly contributions: readonly Kept<ContributionMadeData>[];
  readonly partners: readonly Kept<ProjectPartnerInvolvedData>[];
  readonly reassessments: readonly Kept<ProjectReassessedData>[];
  readonly deliverables: readonly DeliverableReachedData[];
  readonly ended?: ProjectEndedData;
}

type ProjectEvent =
  | EventOf<typeof projectSupportStarted>
  | EventOf<typeof contributionMade>
  | EventOf<typeof projectPartnerInvolved>
  | EventOf<typeof projectReassessed>
  | EventOf<typeof deliverableReached>
  | EventOf<typeof projectEnded>;

const evolve = (state: ProjectState, event: ProjectEvent): ProjectState => {
  switch (event.type) {
    case 'ProjectSupportStarted':
      return { ...state, started: kept(event) };
    case 'ContributionMade':
      return { ...state, contributions: [...state.contributions, kept(event)] };
    case 'ProjectPartnerInvolved':
      return { ...state, partners: [...state.partners, kept(event)] };
    case 'ProjectReassessed':
      return { ...state, reassessments: [...state.reassessments, kept(event)] };
    case 'DeliverableReached':
      return { ...state, deliverables: [...state.deliverables, event.data] };
    case 'ProjectEnded':
      return { ...state, ended: event.data };
    default:
      return state;
  }
};

export const projectEvolution: Evolution<ProjectState> = {
  initialState: { contributions: [], partners: [], reassessments: [], deliverables: [] },
  evolve,
};

const startOf = ({ started }: ProjectState): Kept<ProjectSupportStartedData> => {
  ensure(started !== undefined, 'project.not-supported');
  return started;
};

/** What came to light late may still be recorded, on a day on which the project was supported. */
function ensureSupportedAt(state: ProjectState, occurred: Occurred): void {
  ensure(occurred.to >= startOf(state).occurred.from, 'project.before-support');
  ensure(!state.ended || occurred.from < state.ended.endedOn, 'project.has-ended', { endedOn: state.ended?.endedOn ?? '' });
}

const kindAndRole = (state: ProjectState) => {
  const { kind, role } = startOf(state).data;
  return { kind, role };
};

export const supportProject: Decide<SupportProject, ProjectState> = (command, { started }, { occurred }) => {
  const data = dataOf(projectSupportStarted, command);
  if (repeats(started, data, occurred)) return [];
  ensure(!started, 'project.already-supported');
  return [happened(projectSupportStarted, data)];
};

/** One contribution of a kind a day. */
export const contributeToProject: Decide<ContributeToProject, ProjectState> = ({ contribution, remark }, state, { occurred }) => {
  const of = kindAndRole(state);
  const same = state.contributions.some((made) => made.data.contribution === contribution && sameData(made.occurred, occurred));
  if (same) return [];
  ensureSupportedAt(state, occurred);
  return [happened(contributionMade, dataOf(contributionMade, { ...of, contribution, remark }))];
};

export const involveProjectPartner: Decide<InvolveProjectPartner, ProjectState> = ({ partner, part }, state, { occurred }) => {
  const { kind } = kindAndRole(state);
  const known = state.partners.some(({ data }) => data.partner === partner && data.part === part);
  if (known) return [];
  ensureSupportedAt(state, occurred);
  return [happened(projectPartnerInvolved, { kind, partner, part })];
};

export const reassessProject: Decide<ReassessProject, ProjectState> = (command, state, { occurred }) => {
  const data = dataOf(projectReassessed, { ...kindAndRole(state), ...command });
  const earlier = state.reassessments.find((reassessed) => sameData(reassessed.occurred, occurred));
  if (repeats(earlier, data, occurred)) return [];
  ensure(!earlier, 'project.already-reassessed');
  ensureSupportedAt(state, occurred);
  ensure(data.againOn === undefined || data.againOn > occurred.to, 'project.again-too-soon', {}, '/againOn');
  return [happened(projectReassessed, data)];
};

const rank = (state: DeliverableState): number => DELIVERABLE_STATES.indexOf(state);
const THERE: readonly DeliverableState[] = ['delivered', 'published'];

/** Also after the end: a study may be published when its project is long over. */
export const reachDeliverable: Decide<ReachDeliverable, ProjectState> = (command, state) => {
  startOf(state);
  const data = dataOf(deliverableReached, command);
  const { deliverable, deliverableKind } = data;
  const reached = state.deliverables.filter((known) => known.deliverable === deliverable);
  if (reached.some((known) => sameData(known, data))) return [];
  const last = reached.at(-1);
  if (!last) return [happened(deliverableReached, data)];
  ensure(last.deliverableKind === deliverableKind, 'project.deliverable-of-another-kind', { deliverable }, '/deliverableKind');
  const further = rank(data.state) > rank(last.state) && !(data.state === 'dropped' && THERE.includes(last.state));
  ensure(further, 'project.deliverable-not-further', { deliverable, state: last.state }, '/state');
  return [happened(deliverableReached, data)];
};

export const endProject: Decide<EndProject, ProjectState> = ({ outcome }, state, { occurred }) => {
  const data = { ...kindAndRole(state), outcome, endedOn: occurred.from };
  if (sameData(state.ended, data)) return [];
  ensure(!state.ended, 'project.has-ended', { endedOn: state.ended?.endedOn ?? '' });
  ensureSupportedAt(state, occurred);
  return [happened(projectEnded, data)];
};
