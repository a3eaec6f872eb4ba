// Who may import whom. Each rule names its decision record and has a violating probe in test/architecture/probes.

/** Files with the types of what the service answers. */
const ANSWERS = '^(libs|apps/api)/.*(\\.answer|/answers)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'deciders-are-pure',
      comment: 'Events, deciders and upcasters import only such files of their own term, the shared vocabulary and libs/decider: no npm, no node, types included (ADR 0005).',
      severity: 'error',
      from: { path: '^libs/partnership/src/([^/]+)/[^/]+\\.(events|decider|upcast)\\.ts$' },
      to: { pathNot: ['^libs/partnership/src/$1/[^/]+\\.(events|decider|upcast)\\.ts$', '^libs/decider/src/', '^libs/partnership/src/vocabulary\\.ts$'] },
    },
    {
      name: 'sealed-stays-sealed',
      comment: 'Only the codec opens what deciders carry unopened; the spec helper never reaches production code (ADR 0003).',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^libs/decider/src/spec\\.ts$' },
    },
    {
      name: 'terms-meet-through-events',
      comment: 'A term reaches another only through its events, and only from a reaction (ADR 0005).',
      severity: 'error',
      from: { path: '^libs/partnership/src/([^/]+)/[^/]+\\.ts$', pathNot: '\\.reaction(\\.spec)?\\.ts$' },
      to: { path: '^libs/partnership/src/[^/]+/', pathNot: '^libs/partnership/src/$1/' },
    },
    {
      name: 'reactions-are-pure',
      comment: 'A reaction imports events of any term, the decider of its own, and nothing that reads or writes (ADR 0013).',
      severity: 'error',
      from: { path: '^libs/partnership/src/([^/]+)/[^/]+\\.reaction\\.ts$' },
      to: {
        pathNot: [
          '^libs/partnership/src/[^/]+/[^/]+\\.events\\.ts$',
          '^libs/partnership/src/$1/[^/]+\\.decider\\.ts$',
          '^libs/partnership/src/(reaction|vocabulary)\\.ts$',
          '^libs/decider/src/',
        ],
      },
    },
    {
      name: 'nobody-imports-an-app',
      comment: 'Apps compose and configure (ADR 0001). What the pages may import has a rule of its own.',
      severity: 'error',
      from: { path: '^(libs|apps/([^/]+))/', pathNot: '^apps/web/' },
      to: { path: '^apps/', pathNot: '^apps/$2/' },
    },
    {
      name: 'pages-know-answers',
      comment: 'Of the service the pages know what it answers, and the words and numbers of the labels (ADR 0010).',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '\\.spec\\.ts$' },
      to: { path: '^(libs|apps)/', pathNot: ['^apps/web/', ANSWERS, '^libs/labels/src/(language|numbers)\\.ts$'] },
    },
    {
      name: 'pages-take-types',
      comment: 'Of an answer the pages take the type, which vanishes when they are built (ADR 0010).',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: '\\.spec\\.ts$' },
      to: { path: ANSWERS, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'answers-are-plain',
      comment: 'An answer is made of other answers and the words of the field: what it imports is checked with the pages, without Node (ADR 0010).',
      severity: 'error',
      from: { path: ANSWERS },
      to: { pathNot: [ANSWERS, '^libs/decider/src/', '^libs/partnership/src/[^/]+/[^/]+\\.events\\.ts$'] },
    },
    {
      name: 'engines-behind-the-port',
      comment: 'Only the runtime and tests name an engine of the event store; everything else knows the port (ADR 0002).',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: ['^libs/event-store/', '^libs/runtime/', '\\.spec\\.ts$'] },
      to: { path: '^libs/event-store/src/(sqlite|eventstoredb|memory)/' },
    },
    {
      name: 'decider-imports-nothing',
      comment: 'libs/decider is the ground of the tree (ADR 0005).',
      severity: 'error',
      from: { path: '^libs/decider/src/' },
      to: { pathNot: '^libs/decider/src/' },
    },
    {
      name: 'no-nest-below-the-apps',
      comment: 'Libraries do not know the web framework (ADR 0001).',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: 'node_modules/@nestjs/' },
    },
    {
      name: 'no-tests-in-production',
      comment: 'Production code imports no test (ADR 0001).',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^test/', '\\.spec\\.ts$'] },
    },
    { name: 'no-cycles', comment: 'A cycle hides which part is the lower one (ADR 0001).', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      comment: 'An unresolved alias silently disables the other rules (ADR 0001).',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    // The planted defect reaches into the built service, which need not be there yet.
    exclude: { path: ['^dist/', '^test/faults/plant-'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
