import { payAttendance } from './appointment/pay-attendance.reaction';
import { freeMandate } from './body/free-mandate.reaction';
import type { Reaction } from './reaction';
import { receiveEscalation } from './signal/receive-escalation.reaction';

/** Every reaction between terms. A new one is one import and one line here. */
export const reactions: readonly Reaction[] = [payAttendance, freeMandate, receiveEscalation];
