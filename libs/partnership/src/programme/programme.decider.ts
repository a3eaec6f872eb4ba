import {
  type Decide,
  dayAfter,
  ensure,
  type EventOf,
  type Evolution,
  happened,
  type Kept,
  kept,
  nextNumber,
  overlaps,
  sameData,
  type Spell,
} from '@app/decider';
import {
  type Phase,
  type PhaseEndReason,
  programmePhaseClosed,
  type ProgrammePhaseClosedData,
  programmePhaseOpened,
  type ProgrammePhaseOpenedData,
} from './programme.events';

export type OpenProgrammePhase = Omit<ProgrammePhaseOpenedData, 'run'>;

export interface CloseProgrammePhase extends Pick<ProgrammePhaseClosedData, 'programme' | 'phase'> {
  readonly reason: PhaseEndReason;
  readonly lastDay?: string;
}

/** Openings and ends stand apart, so that a correction of an opening still sees its end. */
export interface ProgrammeState {
  readonly opened: Readonly<Record<number, Kept<ProgrammePhaseOpenedData>>>;
  readonly closed: Readonly<Record<number, ProgrammePhaseClosedData>>;
}

type ProgrammeEvent = EventOf<typeof programmePhaseOpened> | EventOf<typeof programmePhaseClosed>;

const evolve = (state: ProgrammeState, event: ProgrammeEvent): ProgrammeState => {
  switch (event.type) {
    case 'ProgrammePhaseOpened':
      return { ...state, opened: { ...state.opened, [event.data.run]: kept(event) } };
    case 'ProgrammePhaseClosed':
      return { ...state, closed: { ...state.closed, [event.data.run]: event.data } };
    default:
      return state;
  }
};

export const programmeEvolution: Evolution<ProgrammeState> = { initialState: { opened: {}, closed: {} }, evolve };

interface Run extends Spell {
  readonly run: number;
  readonly phase: Phase;
}

const runsOf = ({ opened, closed }: ProgrammeState): readonly Run[] =>
  Object.values(opened).map(({ data: { run, phase }, occurred: { from } }) => ({ run, phase, from, until: closed[run]?.closedOn }));

/** In one territory a programme is in one phase at a time. */
export const openProgrammePhase: Decide<OpenProgrammePhase, ProgrammeState> = (command, state, { occurred }) => {
  const { programme, phase, followed } = command;
  const said = { programme, phase, followed };
  if (Object.values(state.opened).some(({ data, occurred: at }) => sameData({ ...data, run: undefined }, said) && sameData(at, occurred)))
    return [];
  const run = nextNumber(Object.keys(state.opened).map(Number));
  const until = state.closed[run]?.closedOn;
  ensure(until === undefined || until >= occurred.from, 'programme.closes-before-it-opens', {}, '/occurred');
  const other = runsOf(state).find((earlier) => overlaps({ from: occurred.from, until }, earlier));
  ensure(!other, 'programme.another-phase-runs', { from: other?.from ?? '' }, '/occurred');
  return [happened(programmePhaseOpened, { run, ...said })];
};

export const closeProgrammePhase: Decide<CloseProgrammePhase, ProgrammeState> = (command, state, { occurred }) => {
  const { programme, phase, reason, lastDay } = command;
  const closedOn = lastDay === undefined ? occurred.from : dayAfter(lastDay);
  const ends = { programme, phase, closedOn, reason };
  if (Object.values(state.closed).some((end) => sameData({ ...end, run: undefined }, ends))) return [];
  const ofPhase = runsOf(state).filter((run) => run.phase === phase);
  ensure(ofPhase.length > 0, 'programme.phase-not-opened', {}, '/phase');
  const running = ofPhase.find(({ until }) => until === undefined);
  ensure(running !== undefined, 'programme.phase-already-closed', {}, '/phase');
  ensure(closedOn >= running.from, 'programme.closes-before-it-opens', {}, lastDay === undefined ? '/occurred' : '/lastDay');
  return [happened(programmePhaseClosed, { run: running.run, ...ends })];
};
