import type { Trigger } from '../server/page.js';
import { stepOf, triggersOf, type Scene } from './scenes.js';

/**
 * Of mutations that change what is there: the last three digits of the wallet's own id are the outcome, where the id is
 * a sample's. `{{run}}` in it makes a fresh wallet of each click.
 */

const run = '{{run}}';
const sample = (ending: string): string => `5a000000-0000-4000-8000-${run}${ending}`;
const nodeId = (...parts: readonly string[]): string => `{{node:${parts.join('/')}}}`;

// ── PingOne ─────────────────────────────────────────────────────────────────────────────────────

const digitalWalletId = (ending: string, user = '009'): string =>
  nodeId(
    'DigitalWallet',
    'ab000000-0000-4000-8000-000000000010',
    `49000000-0000-4000-8000-000000000${user}`,
    sample(ending),
  );

const updateDigitalWallet: Scene = {
  mutation: 'updateDigitalWallet',
  about: 'PingOne, update',
  success: '... on DigitalWalletUpdated { digitalWallet { id state providerStatus applicationInstanceId } }',
  shows: ['DigitalWalletUpdated', 'switched off'],
  input: (ending, isOther = false) => ({
    digitalWalletId: digitalWalletId(ending),
    status: isOther ? 'ACTIVE' : 'DISABLED',
  }),
  others: [
    {
      member: 'ConflictError',
      ending: '003',
      title: 'nothing is paired with it, so it cannot be switched on, and PingOne is not asked to',
      input: { digitalWalletId: digitalWalletId('003'), status: 'ACTIVE' },
    },
  ],
};

const deleteDigitalWallet: Scene = {
  mutation: 'deleteDigitalWallet',
  about: 'PingOne, delete',
  success: '... on DigitalWalletDeleted { deletedId }',
  shows: ['DigitalWalletDeleted', 'deleted'],
  input: (ending, isOther = false) => ({ digitalWalletId: digitalWalletId(isOther ? '002' : ending) }),
  others: [
    {
      member: 'DigitalWalletDeleted',
      ending: '404',
      title: 'gone already, which counts as done',
      input: { digitalWalletId: digitalWalletId('404') },
    },
    {
      member: 'NotFoundError',
      ending: '404',
      title: "not even the wallet's user is known",
      input: { digitalWalletId: digitalWalletId('404', '404') },
    },
  ],
};

// ── Juspay ──────────────────────────────────────────────────────────────────────────────────────

const juspayWalletId = (kind: 'smpl' | 'lnkd', ending: string): string =>
  nodeId('JuspayWalletAccount', 'customer-000009', 'Y3VzdG9tZXItMDAwMDA5', `wlt_${kind}${run}${ending}`);
const unlinked = (ending: string) => ({ walletAccountId: juspayWalletId('smpl', ending) });
const linked = (ending: string) => ({ walletAccountId: juspayWalletId('lnkd', ending) });

const authenticateWalletAccount: Scene = {
  mutation: 'authenticateWalletAccount',
  about: 'Juspay, authenticate',
  success: '... on OneTimeCodeSent { walletAccount { id state linked } }',
  shows: ['OneTimeCodeSent', 'a code is on its way'],
  input: (ending, isOther = false) => unlinked(isOther ? '002' : ending),
  others: [
    {
      member: 'ConflictError',
      ending: '001',
      title: 'linked already, and Juspay is not asked to',
      input: linked('001'),
    },
  ],
};

const codeSent = (ending: string) => stepOf(authenticateWalletAccount, unlinked(ending));

const linkWalletAccount: Scene = {
  mutation: 'linkWalletAccount',
  about: 'Juspay, link',
  success: `... on WalletAccountLinked { walletAccount { id state linked currentBalance } }
    ... on OneTimeCodeRejectedError { attemptsLeft }`,
  shows: ['OneTimeCodeRejectedError', 'no code was sent that could be right'],
  input: (ending, isOther = false) => ({ ...unlinked(ending), otp: isOther ? '731842' : '731841' }),
  others: [
    {
      member: 'WalletAccountLinked',
      ending: '003',
      title: 'a code is sent, and the right one typed',
      before: [codeSent('003')],
      input: { ...unlinked('003'), otp: '731841' },
      note: 'Codes that end in 0 are wrong, all others right.',
    },
    {
      member: 'OneTimeCodeRejectedError',
      ending: '004',
      title: 'a code is sent, and a wrong one typed',
      before: [codeSent('004')],
      input: { ...unlinked('004'), otp: '731840' },
      note: 'Five guesses at one wallet in an hour; then it is a RateLimitedError.',
    },
    {
      member: 'InvalidInputError',
      ending: '001',
      title: 'the id of another type of wallet',
      input: { walletAccountId: nodeId('LiquidoWalletAccount', sample('001')), otp: '731841' },
    },
  ],
};

const refreshWalletAccount: Scene = {
  mutation: 'refreshWalletAccount',
  about: 'Juspay, refresh',
  success: '... on WalletAccountRefreshed { walletAccount { id currentBalance lastRefreshed } }',
  shows: ['WalletAccountRefreshed', 'asked for its balance'],
  input: (ending, isOther = false) => linked(isOther ? '002' : ending),
  others: [
    { member: 'ConflictError', ending: '001', title: 'not linked, and Juspay is not asked to', input: unlinked('001') },
  ],
};

const delinkWalletAccount: Scene = {
  mutation: 'delinkWalletAccount',
  about: 'Juspay, delink',
  success: '... on WalletAccountDelinked { walletAccount { id state linked } }',
  shows: ['WalletAccountDelinked', 'its link is taken away'],
  input: (ending, isOther = false) => linked(isOther ? '002' : ending),
};

// ── LIQUIDO ─────────────────────────────────────────────────────────────────────────────────────

const liquidoMove = (ending: string, minorUnits: string) => ({
  walletAccountId: nodeId('LiquidoWalletAccount', sample(ending)),
  amount: { currency: 'COP', minorUnits },
});

const topUpWalletAccount: Scene = {
  mutation: 'topUpWalletAccount',
  about: 'LIQUIDO, top up',
  success: '... on WalletAccountToppedUp { walletAccount { id balance { decimal currency minorUnits } } }',
  shows: ['WalletAccountToppedUp', 'fifty more in it'],
  input: (ending, isOther = false) => liquidoMove(ending, isOther ? '6000' : '5000'),
};

const chargeWalletAccount: Scene = {
  mutation: 'chargeWalletAccount',
  about: 'LIQUIDO, charge',
  success: '... on WalletAccountCharged { walletAccount { id balance { decimal currency minorUnits } } }',
  shows: ['WalletAccountCharged', 'fifty less in it'],
  input: (ending, isOther = false) => liquidoMove(ending, isOther ? '6000' : '5000'),
  others: [
    {
      member: 'InsufficientFundsError',
      ending: '003',
      title: 'more than is in it',
      input: liquidoMove('003', '999999999999'),
    },
  ],
};

// ── Equals Money ────────────────────────────────────────────────────────────────────────────────

const cardTokenId = (ending: string): string =>
  nodeId('CardToken', `F5a${run}${ending}`, sample(ending), sample(ending));

const changeCardTokenState: Scene = {
  mutation: 'changeCardTokenState',
  about: 'Equals Money, card token',
  success: '... on CardTokenStateChanged { cardToken { id state providerStatus } fulfillmentStatus }',
  shows: ['CardTokenStateChanged', 'suspended'],
  input: (ending, isOther = false) => ({
    cardTokenId: cardTokenId(ending),
    state: isOther ? 'TERMINATED' : 'SUSPENDED',
  }),
  others: [
    {
      member: 'ConflictError',
      ending: '208',
      title: 'terminated for good, and Equals Money is not asked to',
      input: { cardTokenId: cardTokenId('208'), state: 'ACTIVE' },
    },
  ],
};

// ── Moov ────────────────────────────────────────────────────────────────────────────────────────

const moovWalletId = (ending: string): string =>
  nodeId('MoovWallet', '6b6f1a52-5c0e-4d6e-9f3a-000000000009', sample(ending));

const updateMoovWallet: Scene = {
  mutation: 'updateMoovWallet',
  about: 'Moov, update',
  success: '... on MoovWalletUpdated { moovWallet { id name description metadata } }',
  shows: ['MoovWalletUpdated', 'renamed'],
  input: (ending, isOther = false) => ({
    moovWalletId: moovWalletId(ending),
    name: isOther ? 'Savings' : 'Travel',
    description: null,
    metadata: { team: 'travel' },
  }),
};

const closeMoovWallet: Scene = {
  mutation: 'closeMoovWallet',
  about: 'Moov, close',
  success: '... on MoovWalletClosed { moovWallet { id state closedAt } }',
  shows: ['MoovWalletClosed', 'closed for good'],
  input: (ending, isOther = false) => ({ moovWalletId: moovWalletId(isOther ? '002' : ending) }),
  others: [
    {
      member: 'ConflictError',
      ending: '207',
      title: 'there is money in it, and Moov is not asked to',
      input: { moovWalletId: moovWalletId('207') },
    },
  ],
};

export const changes: readonly Trigger[] = [
  updateDigitalWallet,
  deleteDigitalWallet,
  authenticateWalletAccount,
  linkWalletAccount,
  refreshWalletAccount,
  delinkWalletAccount,
  topUpWalletAccount,
  chargeWalletAccount,
  changeCardTokenState,
  updateMoovWallet,
  closeMoovWallet,
].flatMap(triggersOf);
