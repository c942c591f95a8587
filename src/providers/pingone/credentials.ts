import { z } from 'zod';
import { make } from '../../core/codec.js';
import { ownWord, time, uuid, type Answer } from '../../upstream/answers.js';
import { pageFrom, type Page } from './collection.js';
import { CredentialAction, ProvisionedCredential } from './types.js';

/** PingOne's JSON for the credentials in a wallet. */

const provisionedCredential = z.object({
  id: z.string().min(1),
  credential: z.object({ id: uuid }).nullable().catch(null),
  status: ownWord,
  createdAt: time,
  expiredAt: time,
  walletActions: z.array(z.object({ type: z.string(), occurredAt: time }).nullable().catch(null)).catch([]),
});

export function credentialsFrom(answer: Answer): Page<ProvisionedCredential> {
  const { items, next } = pageFrom(answer, 'provisionedCredentials', provisionedCredential);
  const credentials = items.map(found =>
    make(ProvisionedCredential, {
      providerId: found.id,
      credentialId: found.credential?.id ?? null,
      status: found.status,
      createdAt: found.createdAt,
      expiresAt: found.expiredAt,
      actions: found.walletActions
        .filter(action => action !== null)
        .map(({ type, occurredAt }) => make(CredentialAction, { type, occurredAt })),
    }),
  );
  return { items: credentials, next };
}
