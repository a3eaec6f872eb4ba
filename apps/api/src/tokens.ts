/** Injection tokens of what the runtime opens before the application. */
export const VAULT = Symbol('vault');
export const STORE = Symbol('event store');
export const PROJECTIONS = Symbol('projections');
/** Stored event -> today's in-memory shape. */
export const EVENT_READER = Symbol('event reader');
