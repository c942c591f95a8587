import { finalStatuses, moves } from '../../core/state-machine.js';

/** The tables as PostgreSQL has them, and how older ones come to them. */

/** Everything of ours in a database that others may use, too. */
export const schemaName = 'billfold';

export interface Migration {
  readonly version: number;
  /** The oldest version whose gateways may work on it: while they are replaced, they run side by side. */
  readonly oldest: number;
  readonly sql: string;
}

/** The states whose rows are dropped in time, as SQL lists them. */
export const endings = finalStatuses.map(status => `'${status}'`).join(', ');
const statuses = Object.keys(moves)
  .map(status => `'${status}'`)
  .join(', ');

/**
 * The primary key comes after the indexes: of two that seem to cost the same, as all do for an empty table, the younger one
 * is taken.
 *
 * Every unique constraint of `operation` has tenant and key_hash in it, so that the table can be partitioned by these. That
 * a wallet belongs to one operation stands in a table of its own for the same reason.
 */
const first = `
  CREATE SEQUENCE operation_place;
  CREATE TABLE operation (
    place bigint NOT NULL DEFAULT nextval('operation_place'),
    id uuid NOT NULL,
    tenant text NOT NULL,
    mutation text NOT NULL,
    provider text NOT NULL,
    key_hash bytea NOT NULL,
    input_hash bytea NOT NULL,
    seal_key_id text NOT NULL,
    status text NOT NULL CHECK (status IN (${statuses})),
    attempt integer NOT NULL,
    owner text NOT NULL,
    created_at bigint NOT NULL,
    started_at bigint NOT NULL,
    finished_at bigint,
    sought_since bigint NOT NULL,
    quiet_at bigint NOT NULL,
    was_unknown boolean NOT NULL DEFAULT false,
    look_at bigint,
    is_sought boolean NOT NULL DEFAULT false,
    is_awaited boolean NOT NULL DEFAULT false,
    target bytea,
    resource bytea,
    intent bytea NOT NULL,
    note bytea,
    result bytea,
    remainder bytea,
    forget_at bigint
  );
  CREATE INDEX operation_id ON operation (id);
  CREATE INDEX operation_calling ON operation (quiet_at) WHERE status = 'calling';
  CREATE INDEX operation_due ON operation (provider, look_at) WHERE status = 'unknown';
  CREATE INDEX operation_listed ON operation (status, tenant, place);
  CREATE INDEX operation_target ON operation (target)
    WHERE target IS NOT NULL AND status IN ('calling', 'unknown', 'attention');
  CREATE INDEX operation_forget ON operation (forget_at) WHERE forget_at IS NOT NULL;
  CREATE INDEX operation_ended ON operation (finished_at) WHERE status IN (${endings});
  ALTER TABLE operation ADD PRIMARY KEY (tenant, mutation, key_hash);
  CREATE TABLE wallet (resource bytea PRIMARY KEY, operation uuid NOT NULL);
  CREATE TABLE store_key (id text PRIMARY KEY);
  CREATE TABLE use (id text PRIMARY KEY, name bytea NOT NULL, until bigint NOT NULL);
  CREATE INDEX use_counted ON use (name, until);
  CREATE INDEX use_over ON use (until);
`;

/** Store keys that came into use or left it, until it is certain that nobody claims any more who did not know. */
const second = `CREATE TABLE changed_key (id text PRIMARY KEY);`;

/**
 * One step for each version. A step only adds what gateways of the version before can do without (they name the columns
 * they write, and read none they do not know); what they need is dropped in a later one, when `oldest` has left them behind.
 */
export const migrations: readonly [Migration, ...Migration[]] = [
  { version: 1, oldest: 1, sql: first },
  { version: 2, oldest: 1, sql: second },
];
