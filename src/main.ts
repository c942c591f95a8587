import 'reflect-metadata';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `Billfold needs Node 22.19 or newer; this is ${process.versions.node}. Start it with \`npm start\`, which uses the Node that npm ci installed.\n`,
  );
  process.exit(1);
}
// Everything else is loaded only now: on an older Node the modules themselves would fail, with a message for nobody.
const { run } = await import('./program.js');
await run();
