import { doubtful, fit, unfit, type Finding } from '../finding.js';
import type { Client } from '../../postgres/library.js';
import { expectKeys, keysOf, standingOf } from '../../postgres/migration.js';
import { migrations, schemaName } from '../../postgres/schema.js';
import type { Asking } from './asking.js';

/** Whether the tables are there, or may be made, and the role may do with them what a gateway does. */

const own = migrations.at(-1) ?? migrations[0];
const rightsOf: Readonly<Record<string, readonly string[]>> = {
  version: ['SELECT'],
  operation: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  wallet: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  use: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
  changed_key: ['SELECT', 'INSERT', 'DELETE'],
  store_key: ['SELECT', 'INSERT', 'UPDATE', 'DELETE'],
};

export async function schema({ client }: Asking): Promise<Finding> {
  const { role, name, hasSchema, mayCreate, mayUse } = await rightsIn(client);
  if (!hasSchema) {
    return mayCreate
      ? fit('Nothing is there yet, and the role may prepare it: the first gateway does.')
      : unfit(
          `Nothing is there yet, and the role may not prepare it: GRANT CREATE ON DATABASE ${name} TO ${role}, or CREATE SCHEMA ${schemaName} AUTHORIZATION ${role}.`,
        );
  }
  if (!mayUse) return unfit(`The role may not use the schema: GRANT USAGE ON SCHEMA ${schemaName} TO ${role}.`);
  const { rows } = await client.query(`SELECT has_schema_privilege('${schemaName}', 'CREATE') AS "mayMake"`);
  const standing = await readable(client);
  if (standing === 'forbidden') {
    return unfit(`The role may not read its tables: GRANT SELECT ON ${schemaName}.version TO ${role}.`);
  }
  if (standing === null) {
    return rows[0].mayMake === true
      ? fit('Its schema is empty, and the role may fill it: the first gateway does.')
      : unfit(`Its schema is empty, and the role may not fill it: GRANT CREATE ON SCHEMA ${schemaName} TO ${role}.`);
  }
  const version = `Its tables are of version ${standing.version}`;
  if (standing.oldest > own.version) {
    return unfit(`${version}, beside which this Billfold (version ${own.version}) cannot run: take a newer one.`);
  }
  if (standing.version < own.version) {
    return (await isOwner(client))
      ? fit(`${version}: the next gateway makes them ${own.version}, beside which those of before run on.`)
      : unfit(
          `${version}, and must become ${own.version}, but the role does not own them: start one gateway as their owner first.`,
        );
  }
  const missing = await missingRights(client);
  if (missing.length > 0) {
    return unfit(`The role lacks rights: ${missing.map(right => `GRANT ${right} TO ${role}`).join('; ')}.`);
  }
  return fit(
    standing.version > own.version
      ? `${version}, newer than this Billfold (${own.version}), which may run beside it.`
      : `${version}, as this Billfold has them, and the role may read and write them.`,
  );
}

export async function keys({ client, keyIds }: Asking): Promise<Finding | null> {
  if (keyIds === null) return doubtful('STORE_KEY is not set, so that nothing was tried with it.');
  const { hasSchema, mayUse } = await rightsIn(client);
  const standing = hasSchema && mayUse ? await readable(client) : null;
  if (standing === null || standing === 'forbidden' || (await missingRights(client)).length > 0) return null;
  try {
    await expectKeys(client, keyIds);
  } catch {
    return unfit('STORE_KEY lacks a key that was used here. Keep it in the list, after the new one.');
  }
  const known = await keysOf(client);
  return known.length === 0 || known.includes(keyIds[0] ?? '')
    ? fit('STORE_KEY has the keys that were used here.')
    : doubtful('The first key of STORE_KEY is new here: all gateways must know it before one puts it first.');
}

interface Rights {
  readonly role: string;
  readonly name: string;
  readonly hasSchema: boolean;
  readonly mayCreate: boolean;
  readonly mayUse: boolean | null;
}

async function rightsIn(client: Client): Promise<Rights> {
  const { rows } = await client.query(`
    SELECT quote_ident(current_user) AS role, quote_ident(current_database()) AS name,
      has_database_privilege(current_database(), 'CREATE') AS "mayCreate", count(*) > 0 AS "hasSchema",
      bool_and(has_schema_privilege(oid, 'USAGE')) AS "mayUse"
    FROM pg_namespace WHERE nspname = '${schemaName}'`);
  return rows[0] as Rights; // as selected
}

async function readable(client: Client): Promise<Awaited<ReturnType<typeof standingOf>> | 'forbidden'> {
  const { rows } = await client.query(`
    SELECT bool_and(has_table_privilege(oid, 'SELECT')) AS "isReadable" FROM pg_class
    WHERE relnamespace = '${schemaName}'::regnamespace AND relname = 'version'`);
  return rows[0].isReadable === false ? 'forbidden' : standingOf(client);
}

async function isOwner(client: Client): Promise<boolean> {
  const { rows } = await client.query(`
    SELECT bool_and(pg_has_role(relowner, 'USAGE')) AS "isOwner" FROM pg_class
    WHERE relnamespace = '${schemaName}'::regnamespace AND relkind IN ('r', 'p', 'S')`);
  return rows[0].isOwner === true;
}

/** As they are granted. */
async function missingRights(client: Client): Promise<readonly string[]> {
  const { rows: found } = await client.query(
    `SELECT name, string_agg(kind, ', ' ORDER BY place) AS kinds
     FROM unnest($1::text[], $2::text[]) WITH ORDINALITY AS needed (name, kind, place)
     WHERE NOT has_table_privilege('${schemaName}.' || name, kind) GROUP BY name ORDER BY name`,
    [Object.entries(rightsOf).flatMap(([name, kinds]) => kinds.map(() => name)), Object.values(rightsOf).flat()],
  );
  const { rows } = await client.query(
    `SELECT has_sequence_privilege('${schemaName}.operation_place', 'USAGE') AS "mayCount"`,
  );
  const ofTables = found.map(({ name, kinds }) => `${kinds} ON ${schemaName}.${name}`);
  return rows[0].mayCount === true ? ofTables : [...ofTables, `USAGE ON SEQUENCE ${schemaName}.operation_place`];
}
