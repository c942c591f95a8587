import type { SimulatorsOptions, Simulators } from '../../src/simulators/index.js';
import { idEnding } from '../../src/simulators/outcomes.js';
import { WalletsDocument, type WalletsQuery, type WalletsQueryVariables } from '../generated/operations.js';
import { withGateway, type TestGateway } from './gateway.js';

/** A person whom four providers know, and what the gateway reads of them. */

export type Page = WalletsQuery['wallets'];
export type Owner = Exclude<WalletsQueryVariables['owners'], readonly unknown[]>;
/** The providers that can be asked for a person's wallets, by the names of their simulators. */
export type Listing = 'moov' | 'pingone' | 'juspay' | 'equalsMoney';

export const listing: readonly Listing[] = ['moov', 'pingone', 'juspay', 'equalsMoney'];

export interface Person {
  readonly accountId: string;
  readonly userId: string;
  readonly customerId: string;
  readonly cardAccountId: string;
  readonly cardId: string;
  /** In the order of `listing`. */
  readonly owners: readonly [moov: Owner, pingone: Owner, juspay: Owner, equalsMoney: Owner];
}

/** Known nowhere yet, but for the wallet that Moov makes by itself. The ids ask for no outcome where something is made. */
export function somebody(): Person {
  const [accountId, userId, cardId, mark] = [idEnding(), idEnding(), idEnding(), idEnding()];
  const [customerId, cardAccountId] = [`shopper-${mark}`, `F-${mark}`];
  return {
    accountId,
    userId,
    customerId,
    cardAccountId,
    cardId,
    owners: [
      { moovAccount: { accountId } },
      { pingOneUser: { userId } },
      { juspayCustomer: { customerId } },
      { equalsMoneyAccount: { accountId: cardAccountId } },
    ],
  };
}

export type Counts = Readonly<Record<Listing, number>>;

/** Gives the person so many wallets at each, past every rule; their providers' ids, in the order of `listing`. */
export function give(simulators: Simulators, person: Person, counts: Counts): string[] {
  const { accountId, userId, customerId, cardAccountId, cardId } = person;
  const times = (count: number, make: (index: number) => string) => Array.from({ length: count }, (_, at) => make(at));
  return [
    ...times(counts.moov, at => simulators.moov.addWallet(accountId, { name: `Purse ${at}` })),
    ...times(counts.pingone, () => simulators.pingone.addWallet(userId, { status: 'ACTIVE' })),
    ...times(counts.juspay, () => simulators.juspay.addWallet(customerId, { gateway: 'MOBIKWIK', linked: true })),
    ...times(counts.equalsMoney, () => simulators.equalsMoney.addToken({ accountId: cardAccountId, cardId })),
  ];
}

export async function walletsOf(gateway: TestGateway, variables: WalletsQueryVariables): Promise<Page> {
  return (await gateway.execute(WalletsDocument, variables)).wallets;
}

/** Every page, each after the cursor of the one before. `between` is called before each but the first. */
export async function pagesOf(
  gateway: TestGateway,
  variables: WalletsQueryVariables,
  between: () => Promise<void> = async () => undefined,
): Promise<Page[]> {
  const page = await walletsOf(gateway, variables);
  if (!page.pageInfo.hasNextPage) return [page];
  await between();
  return [page, ...(await pagesOf(gateway, { ...variables, after: page.pageInfo.endCursor }, between))];
}

/** The same, each page from a gateway that has just started: nothing is kept from the page before. */
export async function pagesOfReplicas(
  simulators: Simulators,
  variables: WalletsQueryVariables,
  between: (page: Page) => void,
): Promise<Page[]> {
  const page = await onReplica(simulators, replica => walletsOf(replica, variables));
  if (!page.pageInfo.hasNextPage) return [page];
  between(page);
  return [page, ...(await pagesOfReplicas(simulators, { ...variables, after: page.pageInfo.endCursor }, between))];
}

/** Asks another gateway about the same providers. */
export function onReplica<Result>(
  { environment }: Simulators,
  use: (replica: TestGateway) => Promise<Result>,
): Promise<Result> {
  return withGateway({ environment: { ...environment } }, use);
}

export const providerIdsOf = (pages: readonly Page[]): string[] =>
  pages.flatMap(({ nodes }) => nodes.map(({ providerId }) => providerId));

/** What a provider was asked for, by the name of the operation in its own documentation. */
export function asked(simulators: Simulators, provider: keyof SimulatorsOptions): string[] {
  return simulators[provider].exchanges
    .filter(({ route }) => route !== 'token')
    .map(({ route, operation }) => operation ?? route);
}

/** How often each operation was asked for, at all of them. */
export function tally(simulators: Simulators): Record<string, number> {
  const all = [...listing, 'liquido' as const].flatMap(provider => asked(simulators, provider));
  return Object.fromEntries([...Map.groupBy(all, name => name)].map(([name, calls]) => [name, calls.length]));
}

/** Answers are kept for three seconds. */
const quickMs = 2_500;

/**
 * What came of it where it went quickly enough to say something of what is kept. A machine that was held up tries
 * again; so `scenario` is about somebody new each time.
 */
export async function quickly<Result>(scenario: () => Promise<Result>): Promise<Result> {
  const since = performance.now();
  const result = await scenario();
  return performance.now() - since < quickMs ? result : quickly(scenario);
}
