export { type EventToEncode, encodeEvent, type SealingSlot, type SealingSlots } from './encode';
export { decodeEvent, type Opened, openSealed, Undecodable } from './decode';
export { type EnvelopeProblem, verifyEvent } from './verify';
export { leafHash, leafText } from './leaf';
export { digestOf, encodedOf } from './disclosure';
export { SealBroken } from './sealing';
export { BadValue, jcs, jcsOfPresent } from './jcs';
export { PooledRandom } from './pooled-random';
export { fieldClassProblems } from './field-classes';
