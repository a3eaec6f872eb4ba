export * from './clock';
export * from './decider';
export * from './event';
export * from './fold';
export * from './quantity';
export * from './refusal';
export * from './sealed';
