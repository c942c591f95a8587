import fc from 'fast-check';
import { idTricks } from '../support/id-tricks.js';
import type { Owner } from '../support/reading.js';

/** What a client may send: what is right, what nearly is, and what never was. */

export const hostile = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...idTricks) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ maxLength: 300 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('__proto__', 'constructor', 'null', '../wallets', 'a/b', '%2f..%2f', 'x'.repeat(5_000)),
  },
);
export const uuid = fc.uuid();
export const name = fc.stringMatching(/^[A-Za-z0-9._~@:+=-]{1,40}$/);

const oneOf = <Value>(values: () => readonly Value[]) => fc.nat().map(at => values()[at % values().length]);

/** A genuine text with some of it changed. */
const mutated = (texts: () => readonly string[]) =>
  fc
    .tuple(fc.nat(), fc.nat(), fc.nat({ max: 4 }), fc.string({ unit: 'binary-ascii', maxLength: 4 }))
    .map(([which, at, length, instead]) => {
      const text = texts()[which % texts().length] ?? '';
      const from = at % (text.length + 1);
      return text.slice(0, from) + instead + text.slice(from + length);
    });

const typeNames = fc.constantFrom(
  'MoovWallet',
  'DigitalWallet',
  'JuspayWalletAccount',
  'LiquidoWalletAccount',
  'CardToken',
  'Operation',
  'Wallet',
  'toString',
);
/** An id in our own spelling, of parts that may be anything. */
const forged = fc
  .tuple(
    typeNames,
    fc.array(
      fc.oneof(
        hostile,
        uuid,
        name,
        name.map(text => Buffer.from(text).toString('base64url')),
      ),
      { maxLength: 4 },
    ),
  )
  .map(([typeName, parts]) => Buffer.from([typeName, ...parts].join('/')).toString('base64url'));
export const anyText = fc.oneof(
  { weight: 2, arbitrary: hostile },
  uuid,
  name,
  uuid.map(id => id.toUpperCase()),
);
export const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
export const states = fc.option(
  fc.array(fc.constantFrom('PENDING', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'CLOSED', 'UNRECOGNIZED', 'OPEN'), {
    maxLength: 3,
  }),
);
export const first = fc.oneof(fc.constant(null), fc.integer({ min: -2, max: 103 }), fc.integer());

/** What JSON can carry: fast-check also makes bigints and the like. */
export const carried = (value: unknown): value is object => {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
};

/** Ids that this gateway gave, those with some of it changed, and others. */
export const idLike = (ids: () => readonly string[]) =>
  fc.oneof(
    forged,
    hostile,
    mutated(ids),
    oneOf(ids).map(id => id ?? ''),
    fc.base64String(),
  );

/** Likewise cursors, or none. */
export const cursorLike = (cursors: () => readonly string[]) =>
  fc.oneof(fc.constant(null), hostile, mutated(cursors), oneOf(cursors), fc.base64String());

/** Likewise owners. */
export const ownerLike = (owners: () => readonly Owner[]) =>
  fc.oneof(
    fc.record({ moovAccount: fc.record({ accountId: anyText }) }),
    fc.record({ pingOneUser: fc.record({ userId: anyText, environmentId: maybe(anyText) }) }),
    fc.record({ juspayCustomer: fc.record({ customerId: anyText, routingId: maybe(anyText) }) }),
    fc.record({ equalsMoneyAccount: fc.record({ accountId: anyText, personId: maybe(anyText) }) }),
    fc.record({ equalsMoneyCard: fc.record({ accountId: anyText, cardId: anyText }) }),
    fc.record({ moovAccount: fc.record({ accountId: uuid }) }),
    fc.record({ juspayCustomer: fc.record({ customerId: name }) }),
    fc.record({ equalsMoneyAccount: fc.record({ accountId: name }) }),
    oneOf(owners),
    fc.anything({ maxDepth: 2, maxKeys: 3 }).map(value => (value === undefined ? null : value)),
  );
