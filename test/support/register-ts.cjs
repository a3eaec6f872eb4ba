// Lets plain Node (worker threads and child processes under jest) load our TypeScript the way jest does: swc to CommonJS, @app/* to libs/*/src.
const { registerHooks } = require('node:module');
const { existsSync, readFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');
const { fileURLToPath, pathToFileURL } = require('node:url');

const root = resolve(__dirname, '../..');
const swc = {
  swcrc: false,
  sourceMaps: 'inline',
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
    target: 'es2023',
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
};

const baseOf = (specifier, parent) => {
  const alias = /^@app\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  if (alias) return resolve(root, 'libs', alias[1], 'src', alias[2] ?? '');
  if (specifier.startsWith('.') && parent?.endsWith('.ts')) return resolve(dirname(fileURLToPath(parent)), specifier);
  return undefined;
};

registerHooks({
  resolve(specifier, context, next) {
    const base = baseOf(specifier, context.parentURL);
    const hit = base && [`${base}.ts`, `${base}/index.ts`].find((file) => existsSync(file));
    return hit ? { url: pathToFileURL(hit).href, format: 'commonjs', shortCircuit: true } : next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context);
    const filename = fileURLToPath(url);
    const source = require('@swc/core').transformSync(readFileSync(filename, 'utf8'), { ...swc, filename }).code;
    return { format: 'commonjs', shortCircuit: true, source };
  },
});
