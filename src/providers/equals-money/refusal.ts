import { z } from 'zod';
import { ConflictError } from '../../core/errors.js';
import { refusal, string, type Answer, type ProviderWords } from '../../upstream/answers.js';

const code = z
  .union([z.string(), z.number().transform(String)])
  .nullable()
  .catch(null);
/** The error body is not documented: read what may be there. */
const errorBody = z.object({
  message: string,
  error: string,
  code,
  statusCode: code,
  errors: z
    .array(
      z
        .union([z.string().transform(message => ({ message, code: null })), z.object({ message: string, code })])
        .nullable()
        .catch(null),
    )
    .catch([]),
});

/** What a card needs before it can be put into a wallet, by the status that says that something is missing. */
const provisionHints: ReadonlyMap<number, string> = new Map([
  [
    403,
    "The gateway's address may not be registered there, or its key may have no right to this account. docs/providers.md tells how.",
  ],
  [
    404,
    'The card must be one of this account, and a person that is named one of its persons. docs/providers.md tells how.',
  ],
]);

export function provisionRefusal(answer: Answer): Error {
  return equalsMoneyRefusal(answer, provisionHints.get(answer.status));
}

/** 409 and 422 are not listed for these calls; if they come, the card's state is the reason. */
export function equalsMoneyRefusal(answer: Answer, hint?: string): Error {
  const type: ProviderWords['type'] = answer.status === 422 ? ConflictError : undefined;
  const body = errorBody.safeParse(answer.json);
  if (!body.success) return refusal(answer, { type, hint });
  const { message, error, code: errorCode, statusCode, errors } = body.data;
  const details = errors.filter(detail => detail !== null);
  return refusal(answer, {
    type,
    code: errorCode ?? statusCode,
    message: message ?? error ?? details[0]?.message,
    details,
    hint,
  });
}
