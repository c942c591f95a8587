import { unfit, type Finding } from '../finding.js';
import type { Asking, FitnessOptions } from './asking.js';
import { withClient } from '../../postgres/single-connection.js';
import { commits, encoding, isDurable, isWritable, version, way } from './server.js';
import { clock, connections, notifications, sessions } from './sessions.js';
import { keys, schema } from './tables.js';

/** Whether a database is fit for the journal. Nothing in it is changed. */

type Question = (asking: Asking) => Promise<Finding | null>;

const questions: readonly Question[] = [
  way,
  version,
  isWritable,
  isDurable,
  commits,
  encoding,
  sessions,
  notifications,
  schema,
  keys,
  connections,
  clock,
];

/** Tells each finding as soon as it is made. */
export async function checkPostgres(options: FitnessOptions, tell: (finding: Finding) => void): Promise<void> {
  const { server } = options;
  try {
    await withClient(server, client =>
      withClient(server, async other => {
        for await (const found of findings({ ...options, client, other })) if (found !== null) tell(found);
      }),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const advice = /certificate/.test(reason) ? ' Name its authority with sslrootcert, or in NODE_EXTRA_CA_CERTS.' : '';
    tell(unfit(`${reason}${advice}`));
  }
}

/** One after the other: they share the connections. */
async function* findings(asking: Asking): AsyncGenerator<Finding | null> {
  for (const question of questions) yield question(asking);
}
