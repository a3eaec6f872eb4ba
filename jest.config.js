const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

// Nest and several other packages are ESM only: swc turns those, and only those, into CommonJS. The list is read, never hand-kept.
const modules = join(__dirname, 'node_modules');
const packages = readdirSync(modules).flatMap((name) => (name.startsWith('@') ? readdirSync(join(modules, name)).map((inner) => `${name}/${inner}`) : [name]));
const isEsm = (name) => {
  try {
    return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).type === 'module';
  } catch {
    return false;
  }
};
const esm = packages.filter(isEsm).map((name) => name.replace('/', '[\\\\/]'));

const typescript = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};
const javascript = {
  isModule: 'unknown',
  jsc: { parser: { syntax: 'ecmascript' }, target: 'es2023', keepClassNames: true },
  module: { type: 'commonjs' },
  sourceMaps: false,
  swcrc: false,
};
const base = {
  rootDir: __dirname,
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/require-node.js',
  setupFiles: ['reflect-metadata'],
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'json', 'ts'],
  moduleNameMapper: { '^@app/([^/]+)/(.+)$': '<rootDir>/libs/$1/src/$2', '^@app/([^/]+)$': '<rootDir>/libs/$1/src' },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', typescript],
    '^.+\\.m?js$': ['@swc/jest', javascript],
    '^.+\\.cjs$': ['@swc/jest', { ...javascript, isModule: true }],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esm.join('|')})[\\\\/])`],
};

module.exports = {
  projects: [
    { ...base, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs}/**/*.spec.ts', '<rootDir>/test/{contract,architecture}/**/*.spec.ts'] },
    { ...base, displayName: 'e2e', testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'] },
    { ...base, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'] },
  ],
};
