import { OldEpoch, type Position } from './port';

/** The text of a point in the log: epoch in 4 digits, hyphen, `digits` of a width that is the engine's own. */
export const positionText = (epoch: number, digits: string): Position => `${String(epoch).padStart(4, '0')}-${digits}`;

/**
 * The digits of a position of this epoch and width.
 * @throws OldEpoch when it belongs to another epoch; RangeError when it is no position of this engine.
 */
export function positionDigits(position: Position, epoch: number, width: number): string {
  const match = /^(\d{4})-(\d+)$/.exec(position);
  if (!match || match[2]?.length !== width) throw new RangeError(`not a position of this store: ${position}`);
  if (Number(match[1]) !== epoch) throw new OldEpoch(`position ${position} belongs to another epoch than ${epoch}`);
  return match[2];
}
