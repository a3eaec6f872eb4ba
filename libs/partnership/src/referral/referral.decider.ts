import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Occurred,
  type RecordedEvent,
  repeats,
  type Territory,
} from '@app/decider';
import {
  feedbackGiven,
  type FeedbackGivenData,
  helpQuestionResolved,
  type HelpQuestionResolvedData,
  referralAccepted,
  type ReferralAcceptedData,
  referralDeclined,
  type ReferralDeclinedData,
  referralMade,
  type ReferralMadeData,
  satisfactionGiven,
  type SatisfactionGivenData,
  type Way,
} from './referral.events';

export interface MakeReferral extends ReferralMadeData {
  /** Left out for who wishes no file. */
  readonly person?: string;
  readonly territory?: Territory;
}
export type AcceptReferral = object;
export type DeclineReferral = Omit<ReferralDeclinedData, keyof Way>;
export type GiveFeedback = Omit<FeedbackGivenData, keyof Way>;
export type ResolveHelpQuestion = object;
export type GiveSatisfaction = Omit<SatisfactionGivenData, keyof Way>;

export interface ReferralState {
  readonly made?: Kept<ReferralMadeData>;
  readonly accepted?: Kept<ReferralAcceptedData>;
  readonly declined?: Kept<ReferralDeclinedData>;
  readonly feedback: readonly Kept<FeedbackGivenData>[];
  readonly resolved?: Kept<HelpQuestionResolvedData>;
  readonly satisfactions: readonly Kept<SatisfactionGivenData>[];
}

export const referralEvolution: Evolution<ReferralState> = {
  initialState: { feedback: [], satisfactions: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case referralMade.type:
        return { ...state, made: kept(event) };
      case referralAccepted.type:
        return { ...state, accepted: kept(event) };
      case referralDeclined.type:
        return { ...state, declined: kept(event) };
      case feedbackGiven.type:
        return { ...state, feedback: [...state.feedback, kept(event)] };
      case helpQuestionResolved.type:
        return { ...state, resolved: kept(event) };
      case satisfactionGiven.type:
        return { ...state, satisfactions: [...state.satisfactions, kept(event)] };
      default:
        return state;
    }
  },
};

const UP_TO_ZONE = ['region', 'zone', 'outside'];

/** Whether a step is recorded already. Its route and theme do not count: they are the referral's, which may have been corrected since. */
const isRecorded = <Data extends Way>(earlier: Kept<Data> | undefined, step: Omit<Data, keyof Way>, occurred: Occurred): boolean =>
  earlier !== undefined && repeats(earlier, { ...step, route: earlier.data.route, theme: earlier.data.theme }, occurred);

const stepsOf = ({ accepted, declined, feedback, resolved, satisfactions }: ReferralState): readonly Kept<Way>[] =>
  [accepted, declined, ...feedback, resolved, ...satisfactions].filter((step) => step !== undefined);

const ensureNoneBefore = (steps: readonly Kept<Way>[], { from }: Occurred, code: string): void => {
  ensure(
    steps.every((step) => step.occurred.to >= from),
    code,
    {},
    '/occurred',
  );
};

export const makeReferral: Decide<MakeReferral, ReferralState> = (command, state, { occurred }) => {
  const data = dataOf(referralMade, command);
  if (repeats(state.made, data, occurred)) return [];
  ensure(state.made === undefined, 'referral.already-made');
  const { person, commune, question, territory } = command;
  ensure(person !== undefined || (commune === undefined && question === undefined), 'referral.person-missing', {}, '/person');
  ensure(territory === undefined || UP_TO_ZONE.includes(territory.level), 'referral.territory-too-fine', {}, '/territory/level');
  ensureNoneBefore(stepsOf(state), occurred, 'referral.before-referral');
  return [happened(referralMade, data)];
};

function wayOf({ made }: ReferralState, { to }: Occurred): Way {
  ensure(made !== undefined, 'referral.not-made');
  ensure(to >= made.occurred.from, 'referral.before-referral', {}, '/occurred');
  const { route, theme } = made.data;
  return { route, theme };
}

const ensureUnanswered = ({ accepted, declined }: ReferralState): void =>
  ensure(accepted === undefined && declined === undefined, 'referral.already-answered');

export const acceptReferral: Decide<AcceptReferral, ReferralState> = (_, state, { occurred }) => {
  if (isRecorded(state.accepted, {}, occurred)) return [];
  const way = wayOf(state, occurred);
  ensureUnanswered(state);
  ensureNoneBefore([...state.feedback, ...(state.resolved ? [state.resolved] : [])], occurred, 'referral.before-acceptance');
  return [happened(referralAccepted, way)];
};

export const declineReferral: Decide<DeclineReferral, ReferralState> = ({ reason }, state, { occurred }) => {
  if (isRecorded(state.declined, { reason }, occurred)) return [];
  const way = wayOf(state, occurred);
  ensureUnanswered(state);
  return [happened(referralDeclined, { ...way, reason })];
};

function ensureAccepted({ accepted }: ReferralState, { to }: Occurred): void {
  ensure(accepted !== undefined, 'referral.not-accepted');
  ensure(to >= accepted.occurred.from, 'referral.before-acceptance', {}, '/occurred');
}

/** Feedback may come more than once. */
export const giveFeedback: Decide<GiveFeedback, ReferralState> = ({ outcome }, state, { occurred }) => {
  if (state.feedback.some((earlier) => isRecorded(earlier, { outcome }, occurred))) return [];
  const way = wayOf(state, occurred);
  ensureAccepted(state, occurred);
  return [happened(feedbackGiven, { ...way, outcome })];
};

/** A referral has succeeded when it was accepted and its question is resolved. */
export const resolveHelpQuestion: Decide<ResolveHelpQuestion, ReferralState> = (_, state, { occurred }) => {
  if (isRecorded(state.resolved, {}, occurred)) return [];
  const way = wayOf(state, occurred);
  ensureAccepted(state, occurred);
  ensure(state.resolved === undefined, 'referral.already-resolved');
  return [happened(helpQuestionResolved, way)];
};

/** Once by each party, accepted or not. */
export const giveSatisfaction: Decide<GiveSatisfaction, ReferralState> = ({ by, score }, state, { occurred }) => {
  const earlier = state.satisfactions.find(({ data }) => data.by === by);
  if (isRecorded(earlier, { by, score }, occurred)) return [];
  const way = wayOf(state, occurred);
  ensure(earlier === undefined, 'referral.satisfaction-already-given', { by }, '/by');
  return [happened(satisfactionGiven, { ...way, by, score })];
};
