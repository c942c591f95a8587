import { existsSync } from 'node:fs';
import { readable, readConfig, withoutEmpty, type Environment } from './config.js';
import { startGateway } from './gateway.js';
import { namesInFile } from './misspelt.js';
import { providers } from './providers/index.js';
import { trustExtraAuthorities } from './sources.js';
import { page } from './server/page.js';
import { openLog, shapeOf } from './server/telemetry.js';
import { tenantsNow } from './tenants.js';
import { triggers } from './triggers/index.js';

/** Reads the environment, starts, and stops on a signal. Exit codes: 0 stopped, 1 could not start or broke. */
export async function run(): Promise<void> {
  try {
    if (existsSync('.env')) process.loadEnvFile('.env');
    await start(withoutEmpty(process.env));
  } catch (error) {
    process.stderr.write(`${readable(error)}\n`);
    process.exit(1);
  }
}

async function start(environment: Environment): Promise<void> {
  const config = readConfig(environment, providers, namesInFile());
  trustExtraAuthorities(environment);
  const logger = openLog(config.logLevel);

  const simulators = config.isSandbox ? await (await import('./simulators/index.js')).startSimulators() : null;
  // Credentials and addresses of real providers that happen to be there are nothing to the simulators.
  const tenants = () =>
    tenantsNow({ file: config.tenantsFile, providers, environment, simulated: simulators?.environment ?? null });
  const gateway = await startGateway({
    config,
    tenants: tenants(),
    providers,
    logger,
    page: config.hasPage
      ? page({
          endpoint: '/graphql',
          triggers: config.isSandbox ? triggers : [],
          providers: config.isSandbox ? 'sandbox' : 'live',
          needsToken: config.callers.mode !== 'off',
        })
      : null,
  });
  let isStopping = false;
  const hurry = new AbortController();
  const stop = async (signal: string): Promise<void> => {
    if (signal === 'SIGINT' || isStopping) hurry.abort(); // a person at a terminal, or somebody who says it twice
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    await gateway.takeLeave(hurry.signal);
    await gateway.stop();
    await simulators?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
  // Without anything to read again, it ends the program as it does any other whose terminal is closed.
  if (config.callers.mode !== 'off' || config.trustedDocuments !== null) {
    process.on('SIGHUP', () => gateway.reload(tenants));
  }
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ error: shapeOf(error) }, event);
      process.exit(1);
    });
  }
  // Last of all: whoever hears it may send a signal in the next moment.
  logger.info({ url: gateway.url, providers: config.isSandbox ? 'sandbox' : 'live' }, 'ready');
  process.send?.({ url: gateway.url }); // a parent process that started us need not read the log
}
