import { dataOf, type Decide, ensure, type Evolution, happened, type Occurred, sameData, type SealedText } from '@app/decider';
import {
  type InterviewOutcome,
  type LeavingReason,
  volunteerInterviewed,
  type VolunteerInterviewedData,
  volunteerLeft,
  volunteerTrained,
  type VolunteerTrainedData,
} from './volunteer.events';

export interface InterviewVolunteer {
  readonly volunteer: string;
  readonly outcome: InterviewOutcome;
  readonly cycle?: string;
  readonly remark?: SealedText;
}

export interface QualifyVolunteer {
  readonly volunteer: string;
  readonly cycle?: string;
  readonly cycleNumber?: number;
  readonly structure?: string;
}

export interface RecordVolunteerLeaving {
  readonly volunteer: string;
  readonly reason: LeavingReason;
  readonly remark?: SealedText;
}

interface Dated<Data> {
  readonly data: Data;
  readonly occurred: Occurred;
}

export interface VolunteerState {
  readonly interviews: readonly Dated<VolunteerInterviewedData>[];
  readonly trainings: readonly Dated<VolunteerTrainedData>[];
  readonly left?: { readonly leftOn: string; readonly reason: LeavingReason };
}

export const volunteerEvolution: Evolution<VolunteerState> = {
  initialState: { interviews: [], trainings: [] },
  evolve: (state, { type, data, occurred }) => {
    switch (type) {
      case 'VolunteerInterviewed':
        return { interviews: [...state.interviews, { data, occurred }], trainings: state.trainings };
      case 'VolunteerTrained':
        return { ...state, trainings: [...state.trainings, { data, occurred }] };
      case 'VolunteerLeft':
        return { ...state, left: { leftOn: data.leftOn, reason: data.reason } };
      default:
        return state;
    }
  },
};

const NOT_WANTED: readonly InterviewOutcome[] = ['not-accepted', 'withdrew'];

/** One conversation a day; it also welcomes back a volunteer who left. */
export const interviewVolunteer: Decide<InterviewVolunteer, VolunteerState> = (command, { interviews }, { occurred }) => {
  const data = dataOf(volunteerInterviewed, command);
  const same = interviews.find((interview) => sameData(interview.occurred, occurred));
  if (!same) return [happened(volunteerInterviewed, data)];
  ensure(sameData(same.data, { ...data, remark: undefined }), 'volunteer.already-interviewed');
  return [];
};

/** The last conversation decides, where one is recorded: a volunteer of before the record has none. One training per cycle. */
export const qualifyVolunteer: Decide<QualifyVolunteer, VolunteerState> = (command, { interviews, trainings, left }, { occurred }) => {
  const data = dataOf(volunteerTrained, command);
  if (trainings.some((training) => sameData(training, { data, occurred }))) return [];
  ensure(!left, 'volunteer.has-left');
  const last = interviews.at(-1)?.data.outcome;
  ensure(!last || !NOT_WANTED.includes(last), 'volunteer.not-accepted');
  ensure(!data.cycle || !trainings.some((training) => training.data.cycle === data.cycle), 'volunteer.already-trained', {}, '/cycle');
  return [happened(volunteerTrained, data)];
};

export const recordVolunteerLeaving: Decide<RecordVolunteerLeaving, VolunteerState> = (
  command,
  { interviews, trainings, left },
  { occurred },
) => {
  ensure(interviews.length > 0 || trainings.length > 0, 'volunteer.unknown', {}, '/volunteer');
  const { volunteer, reason, remark } = command;
  const leftOn = occurred.from;
  if (sameData(left, { leftOn, reason })) return [];
  ensure(!left, 'volunteer.has-left');
  return [happened(volunteerLeft, dataOf(volunteerLeft, { volunteer, leftOn, reason, remark }))];
};
