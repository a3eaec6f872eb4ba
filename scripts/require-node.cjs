// Written in the oldest syntax on purpose: it must run, and speak plainly, on any Node.
var version = process.versions.node.split('.').map(Number);
if (version[0] < 24 || (version[0] === 24 && version[1] < 14) || (version[0] === 24 && version[1] === 14 && version[2] < 1)) {
  console.error('Kroniek needs Node 24.14.1 or newer; this is ' + process.version + '. Run it through npm (npm start, npm test): the lockfile brings its own Node on Linux x64.');
  process.exit(78);
}
