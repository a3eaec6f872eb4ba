export * from './runtime';
export * from './settings';
