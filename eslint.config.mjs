import tseslint from 'typescript-eslint';

const PURE_FILES = ['libs/partnership/src/*/*.events.ts', 'libs/partnership/src/*/*.decider.ts', 'libs/partnership/src/*/*.facts.ts', 'libs/partnership/src/*/*.reaction.ts', '**/*.projection.ts'];

/** No clock, no randomness: time and ids arrive from outside, so that a rebuild says the same twice. */
const IMPURE = [
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: 'Pure files have no clock.' },
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Pure files have no clock.' },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Pure files have no randomness.' },
  { selector: "CallExpression[callee.name=/^random(UUID|Bytes|Int)$/]", message: 'Pure files have no randomness.' },
  { selector: "MemberExpression[object.name='performance']", message: 'Pure files have no clock.' },
];

/** What travels as JSON: undefined is absent, and none of these arrives as it was sent. */
const NOT_JSON = [
  { selector: 'TSBigIntKeyword, TSUndefinedKeyword, TSSymbolKeyword, TSFunctionType, TSMethodSignature', message: 'An answer travels as JSON.' },
  { selector: 'TSTypeReference[typeName.name=/^(Readonly)?(Date|Map|Set|Buffer)$/]', message: 'An answer travels as JSON.' },
];

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'var/', 'coverage/', '**/*.{js,cjs,mjs,mts}', '**/*.d.ts'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.base],
    languageOptions: { parserOptions: { project: ['./tsconfig.check.json', './apps/web/tsconfig.json'], tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': 'error',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
    },
  },
  { files: ['libs/**/*.answer.ts', 'apps/api/src/answers.ts'], rules: { 'no-restricted-syntax': ['error', ...NOT_JSON] } },
  { files: PURE_FILES, rules: { 'no-restricted-syntax': ['error', ...IMPURE] } },
  { files: ['libs/runtime/src/require-node.ts'], rules: { 'no-console': 'off' } },
  { files: ['test/**', '**/*.spec.ts'], rules: { 'no-console': 'off' } },
);
