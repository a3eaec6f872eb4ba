export * from './event-index.projection';
export type { Swap } from './live-readers';
export * from './projection';
export * from './projection-engine';
export { checkpointOf } from './projection-file';
export * from './projections';
export { startProjectionThread, type ThreadOptions } from './start-projection-thread';
export type { CreateProjections, ProjectionSetup, ThreadSettings } from './thread-messages';
