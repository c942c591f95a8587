import { isGrant, onlyTenant, type Owners, type Principal } from '../core/principal.js';
import { ownersFrom } from './owners.js';
import type { Claims } from './settings.js';

/** Whom the claims of a verified token are about; null where one of them is not as it should be. */
export function principalFrom(payload: Readonly<Record<string, unknown>>, names: Claims): Principal | null {
  const valueOf = (name: string): unknown => (Object.hasOwn(payload, name) ? payload[name] : undefined);
  const subject = valueOf('sub');
  const tenant = tenantFrom(valueOf(names.tenant));
  const scopes = scopesFrom(valueOf(names.permissions));
  const owners = narrowingFrom(valueOf(names.owners));
  if (typeof subject !== 'string' || subject === '' || tenant === null || scopes === null || owners === null)
    return null;
  return { tenant, name: `jwt:${subject}`, grants: new Set(scopes.filter(isGrant)), owners };
}

function tenantFrom(value: unknown): string | null {
  if (value === undefined) return onlyTenant;
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** RFC 9068 has a text with spaces in it; many issuers have a list. */
function scopesFrom(value: unknown): readonly string[] | null {
  if (value === undefined) return [];
  if (typeof value === 'string') return value.split(' ');
  return Array.isArray(value) && value.every(scope => typeof scope === 'string') ? value : null;
}

function narrowingFrom(value: unknown): readonly Owners[] | null {
  if (value === undefined) return [];
  const owners = ownersFrom(value);
  return owners === null ? null : [owners];
}
