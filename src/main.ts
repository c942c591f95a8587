import { fileURLToPath } from 'node:url';
import 'reflect-metadata';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  process.stderr.write(
    `Billfold needs Node 22.19 or newer; this is ${process.versions.node}. Start it with \`npm start\`, which uses the Node that npm ci installed.\n`,
  );
  process.exit(1);
}
const { enableCompileCache, flushCompileCache } = await import('node:module');
// What was compiled for an earlier start need not be compiled again; where nothing can be written there, it is.
enableCompileCache(fileURLToPath(new URL('../.compile-cache', import.meta.url)));
// graphql-js reads it once, while it is loaded: else it looks at each value twice, for mistakes in our own dependencies.
const { NODE_ENV } = process.env;
process.env.NODE_ENV = 'production';
// Everything else is loaded only now: on an older Node the modules themselves would fail, with a message for nobody.
const { run } = await import('./program.js');
if (NODE_ENV === undefined) delete process.env.NODE_ENV;
else process.env.NODE_ENV = NODE_ENV;
await run();
flushCompileCache(); // else only who ends by themselves would leave it to the next start
