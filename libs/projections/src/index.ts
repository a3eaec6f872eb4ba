export * from './event-fate';
export * from './event-index.projection';
export type { Swap } from './live-readers';
export * from './projection';
export * from './projection-engine';
export { checkpointOf } from './projection-file';
export * from './projections';
export { startProjectionThreads, type ThreadOptions } from './projection-threads';
export type { CreateProjections, ProjectionSetup, ThreadSettings } from './thread-messages';
