export * from './command-body';
export * from './facts';
export * from './reaction';
export * from './reactions';
export * from './term';
export * from './terms';
export * from './synthetic/generate-activity';
