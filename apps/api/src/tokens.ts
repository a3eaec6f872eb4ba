/** Injection tokens of what the runtime opens before the application. */
export const VAULT = Symbol('vault');
export const STORE = Symbol('event store');
export const PROJECTIONS = Symbol('projections');
export const EDITION_BYTES = Symbol('edition bytes');
export const EDITION_VIEWS = Symbol('edition views');
/** Stored event -> today's in-memory shape. */
export const EVENT_READER = Symbol('event reader');
