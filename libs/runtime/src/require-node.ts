const [major = 0, minor = 0, patch = 0] = process.versions.node.split('.').map(Number);
if (major < 24 || (major === 24 && (minor < 14 || (minor === 14 && patch < 1)))) {
  console.error(`Kroniek needs Node 24.14.1 or newer; this is ${process.version}. Run it through npm (npm start): the lockfile brings its own Node on Linux x64.`);
  process.exit(78);
}
