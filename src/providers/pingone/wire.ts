import { z } from 'zod';
import { make } from '../../core/codec.js';
import { globalId } from '../../core/ids.js';
import { WalletProvider } from '../../core/provider.js';
import type { Candidate } from '../../core/recovery.js';
import { WalletState } from '../../core/wallet.js';
import {
  lookUp,
  ownWord,
  read,
  requiredUuid,
  string,
  time,
  unreadable,
  url,
  uuid,
  word,
  type Answer,
} from '../../upstream/answers.js';
import { collection, pageFrom, type Page } from './collection.js';
import { detailsOf, pingOneError } from './refusal.js';
import type { DigitalWalletChange } from './states.js';
import {
  DigitalWallet,
  DigitalWalletCreated,
  DigitalWalletCreatedWithNotificationFailures,
  DigitalWalletDevice,
  digitalWalletId,
  NotificationChannel,
  NotificationFailure,
  PairingAttempt,
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

/** PingOne's PUT takes nothing else, and leaves alone what is not in it. */
export function changeRequest({ status, applicationInstanceId }: DigitalWalletChange): object {
  return {
    ...(status === null ? {} : { status }),
    ...(applicationInstanceId === null ? {} : { applicationInstance: { id: applicationInstanceId } }),
  };
}

const reference = z.object({ id: uuid }).nullable().catch(null);
const link = z.object({ href: url }).nullable().catch(null);

const pairingSession = z
  .object({ id: z.string().min(1), status: ownWord, qrUrl: url, createdAt: time, updatedAt: time })
  .nullable()
  .catch(null);

const flag = z.boolean().nullable().catch(null);

/** `pushToken` beside these is a secret, and is not read. */
const deviceData = z
  .object({
    appPackage: string,
    sdkVersion: string,
    osType: string,
    osVersion: string,
    manufacturer: string,
    model: string,
    pushSandbox: flag,
  })
  .nullable()
  .catch(null);

/** What a failed attempt calls its error is not published. */
const pairingAttempts = z
  .array(
    z
      .object({ success: flag, attemptedAt: time, errorCode: ownWord, error: z.unknown().optional() })
      .nullable()
      .catch(null),
  )
  .catch([]);

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
  deviceData,
  pairingAttempts,
  _links: z.object({ appOpen: link, qrUrl: link }).nullable().catch(null),
});

const states: Readonly<Record<string, WalletState>> = {
  PAIRING_REQUIRED: WalletState.PENDING,
  ACTIVE: WalletState.ACTIVE,
  EXPIRED: WalletState.EXPIRED,
  DISABLED: WalletState.SUSPENDED,
};

/** Whose wallet was asked for, in lower case; the application and the wallet's own id where they are known beforehand. */
export interface WalletPlace {
  readonly environmentId: string;
  readonly userId: string;
  readonly digitalWalletApplicationId?: string;
  readonly walletId?: string;
}

export function walletFrom(answer: Answer, place: WalletPlace): DigitalWallet {
  return digitalWalletFrom(read(wallet, answer), answer, place);
}

function digitalWalletFrom(found: z.output<typeof wallet>, answer: Answer, place: WalletPlace): DigitalWallet {
  const { environmentId, userId } = place;
  const applicationId = found.digitalWalletApplication?.id?.toLowerCase() ?? place.digitalWalletApplicationId;
  // An answer about someone else is somebody else's answer, whatever its status.
  if (isAnother(found.environment?.id, environmentId) || isAnother(found.user?.id, userId)) throw unreadable(answer);
  if (isAnother(found.id, place.walletId)) throw unreadable(answer);
  if (applicationId === undefined || isAnother(applicationId, place.digitalWalletApplicationId))
    throw unreadable(answer);
  const session = found.pairingSession;
  return make(DigitalWallet, {
    id: globalId(digitalWalletId.typeName, environmentId, userId, found.id.toLowerCase()),
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
    device: found.deviceData === null ? null : make(DigitalWalletDevice, found.deviceData),
    pairingAttempts: found.pairingAttempts
      .filter(attempt => attempt !== null)
      .map(({ success, attemptedAt, errorCode, error }) =>
        make(PairingAttempt, { succeeded: success === true, attemptedAt, errorCode: errorCode ?? codeOf(error) }),
      ),
    createdAt: found.createdAt,
    updatedAt: found.updatedAt,
  });
}

const errorOfPairing = z.union([ownWord.unwrap(), z.object({ code: ownWord })]);

function codeOf(error: unknown): string | null {
  const parsed = errorOfPairing.safeParse(error);
  return typeof parsed.data === 'string' ? parsed.data : (parsed.data?.code ?? null);
}

/** The answer to a change is about the wallet as it was read, and shows what was asked for; else it is no answer to that. */
export function changedWalletFrom(
  answer: Answer,
  { environmentId, userId, digitalWalletApplicationId, providerId }: DigitalWallet,
  asked: DigitalWalletChange,
): DigitalWallet {
  const walletId = providerId.toLowerCase();
  const changed = walletFrom(answer, { environmentId, userId, digitalWalletApplicationId, walletId });
  const isAsAsked = asked.status === null || asked.status === changed.providerStatus;
  // An answer may leave the instance out; another one contradicts.
  if (!isAsAsked || isAnother(changed.applicationInstanceId, asked.applicationInstanceId ?? undefined)) {
    throw unreadable(answer);
  }
  return changed;
}

const wallets = collection('digitalWallets', wallet);

/** A user's wallets as a list has them: without what pairing needs, and perhaps without the device. */
export function walletsFrom(answer: Answer, place: WalletPlace): Page<DigitalWallet> {
  const { items, next } = pageFrom(answer, wallets);
  const listed = items.map(found => Object.assign(digitalWalletFrom(found, answer, place), { isFromList: true }));
  return { items: listed, next };
}

const identified = collection('digitalWallets', z.object({ id: requiredUuid }));

/** Of a user's list, who is on it: whatever else cannot be read of them. */
export function walletIdsFrom(answer: Answer): Page<string> {
  const { items, next } = pageFrom(answer, identified);
  return { items: items.map(({ id }) => id.toLowerCase()), next };
}

const candidates = collection(
  'digitalWallets',
  z.object({
    id: requiredUuid,
    createdAt: time,
    digitalWalletApplication: reference,
    applicationInstance: reference,
  }),
);

/** Which wallets of a user's list a create since then may have made. There is no field for a marker: time must do. */
export function candidatesFrom(answer: Answer, input: CreateDigitalWalletInput, since: number): Page<Candidate> {
  const { items, next } = pageFrom(answer, candidates);
  const found = items
    .filter(item => !isAnother(item.digitalWalletApplication?.id, input.digitalWalletApplicationId))
    // One that was paired meanwhile has an instance, whether or not it was made with one.
    .filter(item => !isAnother(item.applicationInstance?.id, input.applicationInstanceId ?? undefined))
    .filter(({ createdAt }) => createdAt === null || Date.parse(createdAt) >= since)
    .map(({ id, createdAt, digitalWalletApplication }) => ({
      providerId: id.toLowerCase(),
      isDoubtful: createdAt === null || digitalWalletApplication?.id == null,
    }));
  return { items: found, next };
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
