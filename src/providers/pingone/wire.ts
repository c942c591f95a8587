import { z } from 'zod';
import { make } from '../../core/codec.js';
import {
  ConflictError,
  InvalidInputError,
  NotFoundError,
  ProviderAccessDeniedError,
  ProviderErrorDetail,
  RateLimitedError,
} from '../../core/errors.js';
import { globalId } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import type { Candidate } from '../../core/recovery.js';
import { WalletState } from '../../core/wallet.js';
import {
  lookUp,
  ownWord,
  read,
  refusal,
  requiredUuid,
  string,
  time,
  unreadable,
  url,
  uuid,
  waitOf,
  word,
  type Answer,
  type ProviderWords,
} from '../../upstream/answers.js';
import {
  DigitalWallet,
  DigitalWalletCreated,
  DigitalWalletCreatedWithNotificationFailures,
  NotificationChannel,
  NotificationFailure,
  PairingSession,
  SentNotification,
  type CreateDigitalWalletInput,
} from './types.js';

/** PingOne's JSON, as in "Create Digital Wallet" and the pages around it. */

export function walletRequest(input: CreateDigitalWalletInput): object {
  const { applicationInstanceId, notification } = input;
  return {
    digitalWalletApplication: { id: input.digitalWalletApplicationId },
    ...(applicationInstanceId == null ? {} : { applicationInstance: { id: applicationInstanceId } }),
    ...(notification == null ? {} : { notification: notificationRequest(notification) }),
  };
}

function notificationRequest({ methods, template }: NonNullable<CreateDigitalWalletInput['notification']>): object {
  return {
    ...(methods == null ? {} : { methods }),
    ...(template == null
      ? {}
      : {
          template: {
            locale: template.locale,
            variant: template.variant,
            // PingOne's table says an array, its example an object: the example is what works.
            ...(template.variables == null ? {} : { variables: template.variables }),
          },
        }),
  };
}

const reference = z.object({ id: uuid }).nullable().catch(null);
const link = z.object({ href: url }).nullable().catch(null);

const pairingSession = z
  .object({ id: z.string().min(1), status: ownWord, qrUrl: url, createdAt: time, updatedAt: time })
  .nullable()
  .catch(null);

const wallet = z.object({
  id: requiredUuid,
  status: ownWord,
  createdAt: time, // 3 or 9 digits, and not in every sample
  updatedAt: time,
  environment: reference,
  user: reference,
  digitalWalletApplication: reference,
  applicationInstance: reference,
  pairingSession,
  _links: z.object({ appOpen: link, qrUrl: link }).nullable().catch(null),
});

const states: Readonly<Record<string, WalletState>> = {
  PAIRING_REQUIRED: WalletState.PENDING,
  ACTIVE: WalletState.ACTIVE,
  EXPIRED: WalletState.EXPIRED,
  DISABLED: WalletState.SUSPENDED,
};

/** Whose wallet was asked for, in lower case; the application where it is known beforehand. */
export interface WalletPlace {
  readonly environmentId: string;
  readonly userId: string;
  readonly digitalWalletApplicationId?: string;
}

export function walletFrom(answer: Answer, place: WalletPlace): DigitalWallet {
  const found = read(wallet, answer);
  const { environmentId, userId } = place;
  const applicationId = found.digitalWalletApplication?.id?.toLowerCase() ?? place.digitalWalletApplicationId;
  // An answer about someone else is somebody else's answer, whatever its status.
  if (isAnother(found.environment?.id, environmentId) || isAnother(found.user?.id, userId)) throw unreadable(answer);
  if (applicationId === undefined || isAnother(applicationId, place.digitalWalletApplicationId))
    throw unreadable(answer);
  const session = found.pairingSession;
  return make(DigitalWallet, {
    id: globalId('DigitalWallet', environmentId, userId, found.id.toLowerCase()),
    provider: WalletProvider.PINGONE,
    providerId: found.id,
    state: lookUp(states, found.status) ?? WalletState.UNRECOGNIZED,
    providerStatus: found.status,
    environmentId,
    userId,
    digitalWalletApplicationId: applicationId,
    applicationInstanceId: found.applicationInstance?.id ?? null,
    pairingSession:
      session === null
        ? null
        : make(PairingSession, {
            providerId: session.id,
            status: session.status,
            qrUrl: session.qrUrl ?? found._links?.qrUrl?.href ?? null,
            createdAt: session.createdAt,
            updatedAt: session.updatedAt,
          }),
    appOpenUrl: found._links?.appOpen?.href ?? null,
    createdAt: found.createdAt,
    updatedAt: found.updatedAt,
  });
}

const listed = z
  .object({
    _embedded: z
      .object({
        digitalWallets: z.array(
          z.object({
            id: requiredUuid,
            createdAt: time,
            digitalWalletApplication: reference,
            applicationInstance: reference,
          }),
        ),
      })
      .optional(),
    size: z.unknown().optional(),
    // A link to more that cannot be read makes the list unreadable: what is on it is not all there is.
    _links: z.object({ next: z.object({ href: z.string() }).nullish() }).nullish(),
  })
  // A user without wallets may have no member for them. Any other object without one is no list.
  .refine(({ _embedded, size }) => _embedded !== undefined || size === 0);

export interface WalletPage {
  readonly candidates: readonly Candidate[];
  /** The query of the next page, from a link that is never followed itself: addresses come from the settings alone. */
  readonly next: Readonly<Record<string, string>> | null;
}

/** Which wallets of a user's list a create since then may have made. There is no field for a marker: time must do. */
export function candidatesFrom(answer: Answer, input: CreateDigitalWalletInput, since: number): WalletPage {
  const { _embedded, _links } = read(listed, answer);
  const candidates = (_embedded?.digitalWallets ?? [])
    .filter(found => !isAnother(found.digitalWalletApplication?.id, input.digitalWalletApplicationId))
    // One that was paired meanwhile has an instance, whether or not it was made with one.
    .filter(found => !isAnother(found.applicationInstance?.id, input.applicationInstanceId ?? undefined))
    .filter(({ createdAt }) => createdAt === null || Date.parse(createdAt) >= since)
    .map(({ id, createdAt, digitalWalletApplication }) => ({
      providerId: id.toLowerCase(),
      isDoubtful: createdAt === null || digitalWalletApplication?.id == null,
    }));
  return { candidates, next: _links?.next == null ? null : queryOf(_links.next.href, answer) };
}

/** HAL lets a link be relative. */
function queryOf(href: string, answer: Answer): Readonly<Record<string, string>> {
  const next = URL.parse(href, 'https://relative.invalid');
  if (next === null) throw unreadable(answer);
  return Object.fromEntries(next.searchParams);
}

const application = z.object({ appOpenUrl: url });

export function appOpenUrlFrom(answer: Answer): string | null {
  return read(application, answer).appOpenUrl;
}

/** The link for the person's phone, which only the answer to a create carries: `{appOpenUrl}?u={qrUrl}`. */
export function withAppOpenUrl<Creation extends DigitalWalletCreated | DigitalWalletCreatedWithNotificationFailures>(
  creation: Creation,
  appOpenUrl: string | null,
): Creation {
  const { digitalWallet } = creation;
  const qrUrl = digitalWallet.pairingSession?.qrUrl ?? null;
  if (qrUrl === null || appOpenUrl === null) return creation;
  const rebuilt = `${appOpenUrl}?u=${encodeURIComponent(qrUrl)}`;
  return Object.assign(creation, { digitalWallet: make(DigitalWallet, { ...digitalWallet, appOpenUrl: rebuilt }) });
}

function isAnother(found: string | null | undefined, asked: string | undefined): boolean {
  return found != null && asked !== undefined && found.toLowerCase() !== asked;
}

const innerError = z.object({ retryAfter: time, quotaResetTime: time }).nullable().catch(null);
const errorDetail = z.object({ code: string, message: string, target: string, innerError });
const errorDetails = z.array(errorDetail.nullable().catch(null)).catch([]);
const pingOneError = z.object({ id: string, code: string, message: string, details: errorDetails });

const channel = word(
  { EMAIL: NotificationChannel.EMAIL, SMS: NotificationChannel.SMS },
  NotificationChannel.UNRECOGNIZED,
);
const notificationResult = z.object({
  method: channel,
  sent: z.boolean().catch(false),
  notification: z.object({ id: string }).nullable().catch(null),
  error: pingOneError.nullable().catch(null),
});
const notifications = z
  .object({
    notification: z
      .object({ results: z.array(notificationResult.nullable().catch(null)).catch([]) })
      .nullable()
      .catch(null),
  })
  .catch({ notification: null });

/** A wallet is made even where every notification failed: PingOne answers 201, and says so in `notification.results`. */
export function creationFrom(
  answer: Answer,
  place: WalletPlace,
): DigitalWalletCreated | DigitalWalletCreatedWithNotificationFailures {
  const digitalWallet = walletFrom(answer, place);
  const clean = (text: string | null | undefined) => (text == null ? null : answer.clean(text));
  const results = (notifications.parse(answer.json).notification?.results ?? []).filter(result => result !== null);
  const sent = results
    .filter(result => result.sent)
    .map(({ method, notification }) =>
      make(SentNotification, { channel: method, providerId: clean(notification?.id) }),
    );
  const failures = results
    .filter(result => !result.sent)
    .map(({ method, error }) =>
      make(NotificationFailure, {
        channel: method,
        code: clean(error?.code),
        message: answer.clean(error?.message ?? 'The notification did not go out.'),
        providerErrorId: clean(error?.id),
        details: detailsOf(error?.details ?? [], answer),
      }),
    );
  return failures.length === 0
    ? make(DigitalWalletCreated, { digitalWallet, sent })
    : make(DigitalWalletCreatedWithNotificationFailures, { digitalWallet, sent, failures });
}

function detailsOf(details: z.output<typeof errorDetails>, answer: Answer): ProviderErrorDetail[] {
  const clean = (text: string | null) => (text === null ? null : answer.clean(text));
  return details
    .filter(detail => detail !== null)
    .map(({ code, message, target }) =>
      make(ProviderErrorDetail, { code: clean(code), message: clean(message), target: clean(target) }),
    );
}

/** PingOne warns that statuses within a class may change, so its codes come first. */
const typeByCode: Readonly<Record<string, ProviderWords['type']>> = {
  INVALID_DATA: InvalidInputError,
  INVALID_REQUEST: InvalidInputError, // REQUEST_FAILED says nothing: its status decides
  ACCESS_FAILED: ProviderAccessDeniedError,
  NOT_FOUND: NotFoundError,
  REQUEST_LIMITED: RateLimitedError,
};

/** Details that make a conflict of what is otherwise called invalid data. */
const conflictCodes = new Set(['UNIQUENESS_VIOLATION', 'CONSTRAINT_VIOLATION']);

export function pingOneRefusal(answer: Answer): Error {
  const body = pingOneError.safeParse(answer.json);
  if (!body.success) return refusal(answer);
  const { id, code, message } = body.data;
  const details = body.data.details.filter(detail => detail !== null);
  const isConflict = answer.status === 409 || details.some(detail => conflictCodes.has(detail.code ?? ''));
  return refusal(answer, {
    type: isConflict ? ConflictError : lookUp(typeByCode, code),
    code,
    message,
    requestId: id,
    details,
    retryAfterSeconds: waitUntil(details),
    fields: details.flatMap(detail => {
      const path = inputPath(detail.target ?? '');
      return path === null ? [] : [{ path, message: detail.message ?? '', code: detail.code }];
    }),
  });
}

/** Over a limit, PingOne may say in the body from when on it works again. */
function waitUntil(details: readonly NonNullable<z.output<typeof errorDetail>>[]): number | null {
  const moment = details.map(({ innerError: inner }) => inner?.retryAfter ?? inner?.quotaResetTime).find(Boolean);
  return moment == null ? null : waitOf((Date.parse(moment) - Date.now()) / 1000);
}

/** PingOne's name of a member of the request, as a path into our input. */
function inputPath(target: string): string[] | null {
  const [first = '', second = '', ...rest] = target.split(/[.[\]/]+/).filter(part => part !== '');
  if (first === 'digitalWalletApplication') return ['input', 'digitalWalletApplicationId'];
  if (first === 'applicationInstance') return ['input', 'applicationInstanceId'];
  if (first === 'notification') return ['input', first, second, ...rest].filter(part => part !== '');
  return null;
}
