import type { Occurred } from '@app/decider';
import { earlier, later } from './calendar';
import type { DayRange } from './figure.answer';

export type { DayRange } from './figure.answer';

/**
 * The range R of a fact (design: figures 2): a span counts on its last day, a set from its first to its last date, and an uncertain point of something
 * that was held (`clampAt` = the day it was recorded) cannot lie after its recording.
 */
export function rangeOf(occurred: Occurred, clampAt?: string): DayRange {
  switch (occurred.nature) {
    case 'span':
      return { from: occurred.to, to: occurred.to };
    case 'set':
      return { from: occurred.from, to: occurred.to };
    case 'point':
      if (clampAt === undefined || occurred.from === occurred.to) return { from: occurred.from, to: occurred.to };
      return { from: occurred.from, to: later(occurred.from, earlier(occurred.to, clampAt)) };
  }
}
