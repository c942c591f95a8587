import { z } from 'zod';
import { make } from '../../core/codec.js';
import { ownWord, time, uuid, type Answer } from '../../upstream/answers.js';
import { collection, pageFrom, type Page } from './collection.js';
import { CredentialAction, ProvisionedCredential } from './types.js';

/** PingOne's JSON for the credentials in a wallet. */

const credentials = collection(
  'provisionedCredentials',
  z.object({
    id: z.string().min(1),
    credential: z.object({ id: uuid }).nullable().catch(null),
    status: ownWord,
    createdAt: time,
    expiredAt: time,
    walletActions: z.array(z.object({ type: z.string(), occurredAt: time }).nullable().catch(null)).catch([]),
  }),
);

export function credentialsFrom(answer: Answer): Page<ProvisionedCredential> {
  const { items, next } = pageFrom(answer, credentials);
  const found = items.map(item =>
    make(ProvisionedCredential, {
      providerId: item.id,
      credentialId: item.credential?.id ?? null,
      status: item.status,
      createdAt: item.createdAt,
      expiresAt: item.expiredAt,
      actions: item.walletActions
        .filter(action => action !== null)
        .map(({ type, occurredAt }) => make(CredentialAction, { type, occurredAt })),
    }),
  );
  return { items: found, next };
}
