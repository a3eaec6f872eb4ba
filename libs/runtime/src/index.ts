export { StoreLocked } from '@app/event-store/sqlite/database';
export * from './runtime';
export * from './settings';
