import {
  dataOf,
  type Decide,
  dayAfter,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  type Kept,
  kept,
  type Occurred,
  overlaps,
  repeats,
  sameData,
  type Spell,
  stated,
} from '@app/decider';
import {
  bodyConstituted,
  type BodyConstitutedData,
  bodyDissolved,
  type BodyDissolvedData,
  type DissolutionReason,
  mandateEnded,
  type MandateEndReason,
  mandateGiven,
  type MandateGivenData,
  participantCategoryCovered,
  type ParticipantCategoryCoveredData,
} from './body.events';

export type ConstituteBody = BodyConstitutedData;
export interface DissolveBody {
  readonly dissolvedOn?: string;
  readonly lastDay?: string;
  readonly reason: DissolutionReason;
}
export type GiveMandate = Omit<MandateGivenData, 'mandate'>;
export interface EndMandate {
  readonly seat: string;
  readonly leftOn?: string;
  readonly lastDay?: string;
  readonly reason: MandateEndReason;
}

export type CoverParticipantCategory = ParticipantCategoryCoveredData;

interface Mandate {
  readonly given: Omit<MandateGivenData, 'mandate'>;
  readonly from: string;
  /** First day on which it no longer holds, where that is known. */
  readonly until?: string;
  readonly ended?: { readonly leftOn: string; readonly reason: MandateEndReason };
}

export interface BodyState {
  readonly constituted?: { readonly data: BodyConstitutedData; readonly occurred: Occurred };
  readonly dissolved?: BodyDissolvedData;
  readonly mandates: Readonly<Record<string, Mandate>>;
  readonly covered: readonly Kept<ParticipantCategoryCoveredData>[];
}

type BodyEvent =
  | EventOf<typeof bodyConstituted>
  | EventOf<typeof bodyDissolved>
  | EventOf<typeof mandateGiven>
  | EventOf<typeof mandateEnded>
  | EventOf<typeof participantCategoryCovered>;

const evolve = (state: BodyState, event: BodyEvent): BodyState => {
  switch (event.type) {
    case 'BodyConstituted':
      return { ...state, constituted: { data: event.data, occurred: event.occurred } };
    case 'BodyDissolved':
      return { ...state, dissolved: event.data };
    case 'MandateGiven': {
      const { mandate, ...given } = event.data;
      const until = given.lastDay === undefined ? {} : { until: dayAfter(given.lastDay) };
      return { ...state, mandates: { ...state.mandates, [mandate]: { given, from: given.from ?? event.occurred.from, ...until } } };
    }
    case 'MandateEnded': {
      const { mandate, leftOn, reason } = event.data;
      const held = state.mandates[mandate];
      return held ? { ...state, mandates: { ...state.mandates, [mandate]: { ...held, until: leftOn, ended: { leftOn, reason } } } } : state;
    }
    case 'ParticipantCategoryCovered':
      return { ...state, covered: [...state.covered, kept(event)] };
    default:
      return state;
  }
};

export const bodyEvolution: Evolution<BodyState> = { initialState: { mandates: {}, covered: [] }, evolve };

export const constituteBody: Decide<ConstituteBody, BodyState> = (command, state, { occurred }) => {
  const data = dataOf(bodyConstituted, command);
  if (sameData(state.constituted, { data, occurred })) return [];
  ensure(!state.constituted, 'body.already-constituted');
  return [happened(bodyConstituted, data)];
};

export const dissolveBody: Decide<DissolveBody, BodyState> = (command, state, { occurred }) => {
  ensure(command.dissolvedOn === undefined || command.lastDay === undefined, 'body.two-ends', {}, '/lastDay');
  const dissolvedOn = command.dissolvedOn ?? (command.lastDay === undefined ? occurred.from : dayAfter(command.lastDay));
  const data = { dissolvedOn, reason: command.reason };
  if (sameData(state.dissolved, data)) return [];
  ensure(!state.dissolved, 'body.already-dissolved');
  ensure(!state.constituted || dissolvedOn >= state.constituted.occurred.from, 'body.ends-before-it-begins', {}, '/dissolvedOn');
  return [happened(bodyDissolved, data)];
};

/** The seat's next free number: a mandate is named by it, so that an end and its correction name the same one. */
const nextMandate = (seat: string, mandates: BodyState['mandates']): string => {
  for (let n = 1; ; n++) if (!(`${seat}.${n}` in mandates)) return `${seat}.${n}`;
};

const ofSeat = (seat: string, { mandates }: BodyState): readonly (readonly [string, Mandate])[] =>
  Object.entries(mandates).filter(([, { given }]) => given.seat === seat);

/** A body need not have been constituted in the record: many are older than it. */
export const giveMandate: Decide<GiveMandate, BodyState> = (command, state, { occurred }) => {
  const { seat, organisationKind, organisation, holder, userRepresentative, from, lastDay } = command;
  const given = stated({ seat, organisationKind, organisation, holder, userRepresentative, from, lastDay });
  const begins = from ?? occurred.from;
  const others = ofSeat(seat, state);
  if (others.some(([, mandate]) => mandate.from === begins && sameData(mandate.given, given))) return [];
  ensure(lastDay === undefined || lastDay >= begins, 'body.ends-before-it-begins', {}, '/lastDay');
  ensure(!state.dissolved || begins < state.dissolved.dissolvedOn, 'body.already-dissolved');
  const term = stated({ from: begins, until: lastDay === undefined ? undefined : dayAfter(lastDay) });
  ensure(!others.some(([, mandate]) => overlaps(mandate, term)), 'body.seat-taken', { seat }, '/seat');
  return [happened(mandateGiven, { mandate: nextMandate(seat, state.mandates), ...given })];
};

export const endMandate: Decide<EndMandate, BodyState> = (command, state, { occurred }) => {
  const { seat, reason } = command;
  ensure(command.leftOn === undefined || command.lastDay === undefined, 'body.two-ends', {}, '/lastDay');
  const leftOn = command.leftOn ?? (command.lastDay === undefined ? occurred.from : dayAfter(command.lastDay));
  const mandates = ofSeat(seat, state);
  if (mandates.some(([, { ended }]) => sameData(ended, { leftOn, reason }))) return [];
  ensure(mandates.length > 0, 'body.no-such-mandate', { seat }, '/seat');
  const standing = mandates.filter(([, { ended }]) => !ended);
  ensure(standing.length > 0, 'body.mandate-already-ended', { seat }, '/seat');
  const [mandate] = standing.find(([, { from, until }]) => from <= leftOn && (until === undefined || leftOn <= until)) ?? [];
  ensure(mandate !== undefined, 'body.not-in-office', { seat, day: leftOn }, '/leftOn');
  return [happened(mandateEnded, { mandate, seat, leftOn, reason })];
};

const coverage = ({ data, occurred }: Kept<ParticipantCategoryCoveredData>): Spell =>
  stated({ from: occurred.from, until: data.lastDay === undefined ? undefined : dayAfter(data.lastDay) });

/** Until its last day, or until it is corrected to have one. */
export const coverParticipantCategory: Decide<CoverParticipantCategory, BodyState> = (command, { dissolved, covered }, { occurred }) => {
  const data = dataOf(participantCategoryCovered, command);
  if (covered.some((known) => repeats(known, data, occurred))) return [];
  ensure(data.lastDay === undefined || data.lastDay >= occurred.from, 'body.ends-before-it-begins', {}, '/lastDay');
  ensure(!dissolved || occurred.from < dissolved.dissolvedOn, 'body.already-dissolved');
  const others = covered.filter((known) => known.data.category === data.category).map(coverage);
  ensure(!others.some((other) => overlaps(other, coverage({ data, occurred }))), 'body.category-covered', {}, '/category');
  return [happened(participantCategoryCovered, data)];
};
