// npm ci fails on machines of another kind when the lockfile lacks an optional package, and a registry's address in it ties us to one machine.
const { packages } = require('../package-lock.json');

const names = new Set(Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)));
const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !names.has(name))
    .map((name) => `${path} lacks ${name}`),
);
const addressed = Object.entries(packages).flatMap(([path, { resolved = '' }]) => (resolved.startsWith('http') ? [`${path} names an address`] : []));
const problems = [...missing, ...addressed];
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
