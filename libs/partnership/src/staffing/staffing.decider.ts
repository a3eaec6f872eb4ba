import {
  dataOf,
  dayAfter,
  type Decide,
  ensure,
  type Evolution,
  happened,
  type Kept,
  kept,
  overlaps,
  type RecordedEvent,
  repeats,
  type Spell,
} from '@app/decider';
import { actionStaffed, type ActionStaffedData } from './staffing.events';

export type StaffAction = ActionStaffedData;

/** One stream per action of a plan. */
export interface StaffingState {
  readonly staffings: readonly Kept<ActionStaffedData>[];
}

export const staffingEvolution: Evolution<StaffingState> = {
  initialState: { staffings: [] },
  evolve: (state, event: RecordedEvent<string, any>) =>
    event.type === actionStaffed.type ? { staffings: [...state.staffings, kept(event)] } : state,
};

const spellOf = ({ data, occurred }: Kept<ActionStaffedData>): Spell => ({ from: occurred.from, until: dayAfter(data.lastDay) });

const sameWork = (a: ActionStaffedData, b: ActionStaffedData): boolean => a.role === b.role && a.employee === b.employee;

/** Another amount from a later day on is a second staffing; the first is corrected to end before it. */
export const staffAction: Decide<StaffAction, StaffingState> = (command, { staffings }, { occurred }) => {
  const data = dataOf(actionStaffed, command);
  if (staffings.some((staffing) => repeats(staffing, data, occurred))) return [];
  ensure(data.lastDay >= occurred.from, 'staffing.ends-before-it-starts', {}, '/lastDay');
  const spell = spellOf({ data, occurred });
  const other = staffings.find((staffing) => sameWork(staffing.data, data) && overlaps(spellOf(staffing), spell));
  ensure(other === undefined, 'staffing.overlaps', { from: other?.occurred.from ?? '', to: other?.data.lastDay ?? '' }, '/occurred');
  return [happened(actionStaffed, data, { planRefs: [{ plan: data.plan, action: data.action }] })];
};
