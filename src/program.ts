import { existsSync, readFileSync } from 'node:fs';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { pino } from 'pino';
import { ConfigError, configured, readConfig, withoutEmpty, type Environment } from './config.js';
import { startGateway } from './gateway.js';
import { providers } from './providers/index.js';
import { page } from './server/page.js';
import { triggers } from './triggers.js';

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
  const config = readConfig(environment, providers);
  trustExtraAuthorities(environment);
  const logger = pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });

  const simulators = config.isSandbox ? await (await import('./simulators/index.js')).startSimulators() : null;
  // Credentials and addresses of real providers that happen to be there are nothing to the simulators.
  const providerEnvironment = simulators?.environment ?? environment;
  const gateway = await startGateway({
    config,
    providers: configured(providers, providerEnvironment),
    logger,
    page: config.isProduction
      ? null
      : page({
          endpoint: '/graphql',
          triggers: config.isSandbox ? triggers : [],
          providers: config.isSandbox ? 'sandbox' : 'live',
        }),
  });
  let isStopping = false;
  const stop = async (signal: string): Promise<void> => {
    if (isStopping) return;
    isStopping = true;
    logger.info({ signal }, 'stopping');
    await gateway.stop();
    await simulators?.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(signal));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      logger.fatal({ name: error instanceof Error ? error.name : typeof error, at: framesOf(error) }, event);
      process.exit(1);
    });
  }
  // Last of all: whoever hears it may send a signal in the next moment.
  logger.info({ url: gateway.url, providers: config.isSandbox ? 'sandbox' : 'live' }, 'ready');
  process.send?.({ url: gateway.url }); // a parent process that started us need not read the log
}

/** Node reads this variable when it starts, which is before `.env` was read. */
function trustExtraAuthorities({ NODE_EXTRA_CA_CERTS: file }: Environment): void {
  if (file === undefined) return;
  try {
    const authorities = readFileSync(file, 'utf8');
    if (!authorities.includes('-----BEGIN CERTIFICATE-----')) throw new Error('it holds no certificate');
    setDefaultCACertificates([...getCACertificates('default'), authorities]);
  } catch (error) {
    throw new ConfigError([`NODE_EXTRA_CA_CERTS (${file}) cannot be read: ${readable(error)}.`]);
  }
}

function framesOf(error: unknown): string[] {
  return error instanceof Error
    ? (error.stack ?? '')
        .split('\n')
        .filter(line => /^\s+at /.test(line))
        .slice(0, 8)
    : [];
}

function readable(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
