import type { Token, TokenState } from './equals-money-tokens.js';
import { sampleExists, sampleOutcome, sampleUuid } from './outcomes.js';

/** Whose card has as many live tokens as a card may have. */
const fullAccountId = 'F00025';
const fullCardId = '7c2a9c1e-5b4d-4a6f-8e3b-000000000025';

/** The tokens that are in an account without having been asked for (outcomes.ts). */
export function sampleTokens(accountId: string): Token[] {
  if (accountId === fullAccountId) return fullCard();
  const [, run, ending] = /^F5a(\d{9})(\d{3})$/.exec(accountId) ?? [];
  if (run === undefined || ending === undefined) return [];
  const id = sampleUuid(run, ending);
  if (!sampleExists(id)) return [];
  const code = sampleOutcome(id);
  const state = code === '207' ? 'REQUESTED' : code === '208' ? 'TERMINATED' : 'ACTIVE';
  return [token(accountId, id, id, state, '09')];
}

/** Of the 25 one is suspended: it counts all the same. */
function fullCard(): Token[] {
  return Array.from({ length: 25 }, (_, index) => {
    const number = String(index + 1).padStart(2, '0');
    const id = `25000000-0000-4000-8000-0000000000${number}`;
    return token(fullAccountId, fullCardId, id, index === 24 ? 'SUSPENDED' : 'ACTIVE', number);
  });
}

function token(accountId: string, cardId: string, id: string, state: TokenState, device: string): Token {
  const deviceId = `device-0000000000${device}`;
  return { id, accountId, cardId, type: 'ANDROID_PAY', deviceType: 'MOBILE_PHONE', deviceId, state, at: Date.now() };
}
