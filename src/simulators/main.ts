import { startSimulators } from './index.js';

/** Fixed, so that a written `.env` stays true; a taken port is replaced by a free one. */
const simulators = await startSimulators({
  pingone: { port: 4411, authPort: 4412, otherwiseFree: true },
  juspay: { port: 4421, otherwiseFree: true },
  liquido: { port: 4431, authPort: 4432, otherwiseFree: true },
  equalsMoney: { port: 4441, otherwiseFree: true },
  moov: { port: 4451, otherwiseFree: true },
});

for (const [name, value] of Object.entries(simulators.environment)) console.log(`${name}=${value}`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulators.stop());
