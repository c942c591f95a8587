import type { Environment } from '../support/process.js';
import { changes } from './changes.js';
import { creates } from './creates.js';
import type { ProviderName } from './judge.js';

/** What can be wanted with a key. */
export interface Wish {
  readonly provider: ProviderName;
  readonly mutation: string;
  /** What the provider's ledger of changes calls it; left out of creates, which have one of their own. */
  readonly operation?: string;
  readonly inputType: string;
  /** What of a success says which wallet it is, as `made { id }`. */
  readonly success: string;
  /** A change that must not be made twice, as every create. */
  readonly isOnce?: boolean;
  /** Its outcome may be given up, as nothing can be read back. */
  readonly isLostAtTimes?: boolean;
  mainId(lane: number, count: number): string;
  input(mainId: string): object;
  /** What the provider must have done before; `environment` is that of its simulators. */
  prepare?(mainId: string, environment: Environment): Promise<void>;
}

/** Every mutation at every provider. */
export const wishes: readonly [Wish, ...Wish[]] = [...creates, ...changes];
