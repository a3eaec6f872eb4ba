import {
  dataOf,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  nextNumber,
  type Occurred,
  overlaps,
  type RecordedEvent,
  repeats,
  sameData,
  type Spell,
} from '@app/decider';
import {
  appraisalHeld,
  type AppraisalHeldData,
  employeeHired,
  type EmployeeHiredData,
  employeeLeft,
  type EmployeeLeftData,
  trainingFollowed,
  type TrainingFollowedData,
} from './employment.events';

export type HireEmployee = Omit<EmployeeHiredData, 'employment'>;
export type RecordDeparture = Pick<EmployeeLeftData, 'employee' | 'reason'>;
export type HoldAppraisal = Pick<AppraisalHeldData, 'employee'>;
export type RecordStaffTraining = Omit<TrainingFollowedData, 'roleFamily'>;

interface Employment {
  readonly hired?: Kept<EmployeeHiredData>;
  readonly left?: Kept<EmployeeLeftData>;
}

/** One stream per employee. */
export interface EmploymentState {
  readonly employments: ReadonlyMap<number, Employment>;
  readonly appraisals: readonly Kept<AppraisalHeldData>[];
  readonly trainings: readonly Kept<TrainingFollowedData>[];
}

export const employmentEvolution: Evolution<EmploymentState> = {
  initialState: { employments: new Map(), appraisals: [], trainings: [] },
  evolve: (state, event: RecordedEvent<string, any>) => {
    switch (event.type) {
      case employeeHired.type:
        return { ...state, employments: withPart(state, event.data.employment, { hired: kept(event) }) };
      case employeeLeft.type:
        return { ...state, employments: withPart(state, event.data.employment, { left: kept(event) }) };
      case appraisalHeld.type:
        return { ...state, appraisals: [...state.appraisals, kept(event)] };
      case trainingFollowed.type:
        return { ...state, trainings: [...state.trainings, kept(event)] };
      default:
        return state;
    }
  },
};

const withPart = ({ employments }: EmploymentState, number: number, part: Employment): EmploymentState['employments'] =>
  new Map([...employments, [number, { ...employments.get(number), ...part }]]);

const spellOf = (hired: Kept<EmployeeHiredData>, left: Kept<EmployeeLeftData> | undefined): Spell => ({
  from: hired.occurred.from,
  ...(left ? { until: left.data.leftOn } : {}),
});

function ensureApart({ employments }: EmploymentState, number: number, spell: Spell): void {
  const others = [...employments].flatMap(([other, { hired, left }]) => (other !== number && hired ? [spellOf(hired, left)] : []));
  ensure(!others.some((other) => overlaps(other, spell)), 'employment.already-employed', {}, '/occurred');
}

/** The employment that runs on some day of `occurred`. */
function runningOn({ employments }: EmploymentState, { from, to }: Occurred): EmployeeHiredData {
  const running = [...employments.values()].find(
    ({ hired, left }) => hired && hired.occurred.from <= to && (left === undefined || from < left.data.leftOn),
  );
  ensure(running?.hired !== undefined, 'employment.not-employed', {}, '/occurred');
  return running.hired.data;
}

export const hireEmployee: Decide<HireEmployee, EmploymentState> = (command, state, { occurred }) => {
  const all = [...state.employments];
  if (all.some(([employment, { hired }]) => repeats(hired, dataOf(employeeHired, { ...command, employment }), occurred))) return [];
  const employment = nextNumber(all.flatMap(([number, { hired }]) => (hired ? [number] : [])));
  const data = dataOf(employeeHired, { ...command, employment });
  const left = state.employments.get(employment)?.left;
  ensure(left === undefined || occurred.from <= left.data.leftOn, 'employment.leaves-before-hired', {}, '/occurred');
  ensureApart(state, employment, spellOf({ data, occurred }, left));
  return [happened(employeeHired, data)];
};

/** The last day of `occurred` is the first on which the employee no longer works here. */
export const recordDeparture: Decide<RecordDeparture, EmploymentState> = ({ employee, reason }, state, { occurred }) => {
  const leaving = (employment: number, { roleFamily }: EmployeeHiredData): EmployeeLeftData => ({
    employment,
    employee,
    roleFamily,
    reason,
    leftOn: occurred.to,
  });
  const all = [...state.employments];
  if (all.some(([employment, { hired, left }]) => hired && repeats(left, leaving(employment, hired.data), occurred))) return [];
  const open = all.find(([, { hired, left }]) => hired && !left);
  ensure(open?.[1].hired !== undefined, 'employment.not-employed', {}, '/employee');
  const [employment, { hired }] = open;
  ensure(occurred.to >= hired.occurred.from, 'employment.leaves-before-hired', {}, '/occurred');
  const data = leaving(employment, hired.data);
  ensureApart(state, employment, spellOf(hired, { data, occurred }));
  return [happened(employeeLeft, data)];
};

/** One conversation a day. */
export const holdAppraisal: Decide<HoldAppraisal, EmploymentState> = ({ employee }, state, { occurred }) => {
  const { roleFamily } = runningOn(state, occurred);
  if (state.appraisals.some((appraisal) => sameData(appraisal.occurred, occurred))) return [];
  return [happened(appraisalHeld, { employee, roleFamily })];
};

/** One training of a theme a day. */
export const recordStaffTraining: Decide<RecordStaffTraining, EmploymentState> = (command, state, { occurred }) => {
  const data = dataOf(trainingFollowed, { ...command, roleFamily: runningOn(state, occurred).roleFamily });
  if (state.trainings.some((training) => repeats(training, data, occurred))) return [];
  const alike = ({ data: { theme }, occurred: { from, to } }: Kept<TrainingFollowedData>): boolean =>
    theme === data.theme && from === occurred.from && to === occurred.to;
  ensure(!state.trainings.some(alike), 'employment.training-recorded', {}, '/theme');
  return [happened(trainingFollowed, data)];
};
