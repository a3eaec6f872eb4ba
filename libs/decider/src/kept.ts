import { sameData } from './data';
import type { Occurred } from './event';
import { Sealed } from './sealed';

/** What a state keeps of an event, so that a decision recognises its repetition. */
export interface Kept<Data> {
  readonly data: Data;
  readonly occurred: Occurred;
}

export const kept = <Data>({ data, occurred }: Kept<Data>): Kept<Data> => ({ data, occurred });

const readable = (data: object): object => Object.fromEntries(Object.entries(data).filter(([, value]) => !(value instanceof Sealed)));

/** Whether `data`, happened at `occurred`, is what the state holds already. Sealed fields do not count: no decision can read them. */
export const repeats = <Data extends object>(earlier: Kept<Data> | undefined, data: Data, occurred: Occurred): boolean =>
  earlier !== undefined && sameData(earlier.data, readable(data)) && sameData(earlier.occurred, occurred);

/** Whether a meeting that is kept is this one: a meeting is known by its number, else by its date. */
export const isSameMeeting = (meeting: Kept<{ readonly number?: number }>, number: number | undefined, occurred: Occurred): boolean =>
  number === undefined || meeting.data.number === undefined ? sameData(meeting.occurred, occurred) : meeting.data.number === number;
