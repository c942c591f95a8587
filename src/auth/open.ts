import { anybody, type Authenticate } from '../core/principal.js';

/** How callers are known, as AUTH says. */
export function openAuthentication(): Authenticate {
  return async () => anybody;
}
