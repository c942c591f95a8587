import type { Clock } from './clock.js';
import { WalletErrorCode } from './errors.js';
import type { Events, Facts } from './events.js';
import { CallerGone, LeaseOver, MutationFailure } from './failures.js';
import { CircuitState, type CallClass } from './health.js';
import type { WalletProvider } from './provider.js';

/** How a provider has been to a tenant, as this gateway saw it over the last minutes. Nothing in it is about a caller. */
export interface ObservedHealth {
  /** The worse of its reads' and its writes'. */
  readonly circuit: CircuitState;
  /** Of calls that were answered or timed out; null where there was none. */
  readonly p50Milliseconds: number | null;
  readonly p99Milliseconds: number | null;
  readonly lastErrorCode: WalletErrorCode | null;
  /** RFC 3339. */
  readonly lastErrorAt: string | null;
}

export interface HealthWatch {
  of(tenant: string, provider: WalletProvider): ObservedHealth;
}

/** Long enough to hold some calls of a quiet gateway, short enough that what is over is not told. */
const windowMs = 300_000;
/** The latest calls to one provider; at a hundred a second these are ten seconds, which tell enough. */
const samplesKept = 1_024;

const bestFirst = [CircuitState.CLOSED, CircuitState.HALF_OPEN, CircuitState.OPEN] as const;

/** Starts to listen. Whether something is over is told by the monotonic clock, so that no jump revives or buries it. */
export function openHealth(events: Events, clock: Clock): HealthWatch {
  /** By tenant. Few: a gateway knows all of them. */
  const tenants = new Map<string, Map<WalletProvider, HealthRecord>>();
  const recordOf = ({ tenant, provider }: { readonly tenant: string; readonly provider: WalletProvider }) => {
    const records = tenants.get(tenant) ?? new Map<WalletProvider, HealthRecord>();
    tenants.set(tenant, records);
    const record = records.get(provider) ?? new HealthRecord(clock);
    records.set(provider, record);
    return record;
  };
  events.on('reconnected', ({ tenant }) => void tenants.delete(tenant));
  events.on('called', called => recordOf(called).called(called));
  events.on('tokenFetchFailed', failed => recordOf(failed).tokenFetchFailed(failed));
  events.on('circuitChanged', changed => recordOf(changed).circuitChanged(changed));
  return { of: (tenant, provider) => recordOf({ tenant, provider }).health() };
}

interface ToldCircuit {
  readonly state: CircuitState;
  /** On the monotonic clock. */
  readonly refusedUntil: number;
}

/** One provider's. Taking something down costs two numbers; sorting is for whoever asks. */
class HealthRecord {
  readonly #clock: Clock;
  readonly #endedAt = new Float64Array(samplesKept);
  readonly #tookMs = new Float64Array(samplesKept);
  #samples = 0;
  readonly #circuits: Record<CallClass, ToldCircuit>;
  #lastError: { readonly code: WalletErrorCode; readonly at: number; readonly told: string } | null = null;

  constructor(clock: Clock) {
    this.#clock = clock;
    const closed = { state: CircuitState.CLOSED, refusedUntil: Number.NEGATIVE_INFINITY };
    this.#circuits = { reads: closed, writes: closed };
  }

  called({ method, status, wasSent, durationMs, error }: Facts['called']): void {
    const chain = causesOf(error);
    if (chain.some(isOurOwn)) return;
    const calls: CallClass = method === 'GET' ? 'reads' : 'writes';
    // Behind an open circuit it is the gateway that refuses: `circuit` says so, and the last error is why.
    if (!wasSent && this.#stateOf(calls) === CircuitState.OPEN) return;
    if (wasSent && !chain.some(isNetworks)) this.#sample(durationMs);
    const lost = wasSent && calls === 'writes' ? WalletErrorCode.OUTCOME_UNKNOWN : WalletErrorCode.PROVIDER_UNAVAILABLE;
    const code = error === null ? codeOf(status, lost) : lost;
    if (code !== null) this.#failed(code);
  }

  tokenFetchFailed({ error }: Facts['tokenFetchFailed']): void {
    const chain = causesOf(error);
    if (chain.some(isOurOwn)) return;
    // Where no answer came, it is no typed failure. Either way nothing was sent to the provider's own service.
    this.#failed(error instanceof MutationFailure ? error.error.code : WalletErrorCode.PROVIDER_UNAVAILABLE);
  }

  circuitChanged({ calls, state, refusedForMs }: Facts['circuitChanged']): void {
    this.#circuits[calls] = { state, refusedUntil: this.#clock.monotonic() + refusedForMs };
  }

  health(): ObservedHealth {
    const since = this.#clock.monotonic() - windowMs;
    const isRecent = (_ms: number, index: number): boolean => (this.#endedAt[index] ?? -Infinity) >= since;
    const sorted = this.#tookMs.subarray(0, this.#samples).filter(isRecent).toSorted();
    const error = this.#lastError !== null && this.#lastError.at >= since ? this.#lastError : null;
    const states = [this.#stateOf('reads'), this.#stateOf('writes')];
    return {
      circuit: bestFirst.findLast(state => states.includes(state)) ?? CircuitState.CLOSED,
      p50Milliseconds: nearestRank(sorted, 0.5),
      p99Milliseconds: nearestRank(sorted, 0.99),
      lastErrorCode: error?.code ?? null,
      lastErrorAt: error?.told ?? null,
    };
  }

  /** Told by the clock alone: who sends nothing while it is open would else never learn that it may be tried. */
  #stateOf(calls: CallClass): CircuitState {
    const { state, refusedUntil } = this.#circuits[calls];
    const mayBeTried = state === CircuitState.OPEN && this.#clock.monotonic() >= refusedUntil;
    return mayBeTried ? CircuitState.HALF_OPEN : state;
  }

  #sample(milliseconds: number): void {
    const index = this.#samples % samplesKept;
    this.#endedAt[index] = this.#clock.monotonic();
    this.#tookMs[index] = milliseconds;
    this.#samples += 1;
  }

  #failed(code: WalletErrorCode): void {
    this.#lastError = { code, at: this.#clock.monotonic(), told: new Date(this.#clock.now()).toISOString() };
  }
}

/** What a status says of the provider; null where it speaks of what somebody asked for. */
function codeOf(status: number | null, lost: WalletErrorCode): WalletErrorCode | null {
  if (status === null) return lost;
  if (status === 401 || status === 403) return WalletErrorCode.PROVIDER_ACCESS_DENIED;
  if (status === 429) return WalletErrorCode.RATE_LIMITED;
  if (status === 421) return WalletErrorCode.PROVIDER_UNAVAILABLE; // its front door; certainly not processed
  // As everywhere here: a redirect, a 408 and a 5xx prove nothing.
  return (status >= 300 && status < 400) || status === 408 || status >= 500 ? lost : null;
}

/** An error and its causes, as deep as they can reasonably be. */
function causesOf(error: unknown): readonly Error[] {
  const chain: Error[] = [];
  for (let next = error; next instanceof Error && chain.length < 8; next = next.cause) chain.push(next);
  return chain;
}

/** For which no provider is to blame: this process was held up, or the client did not wait for long. */
function isOurOwn(error: Error): boolean {
  return error instanceof LeaseOver || (error instanceof CallerGone && !error.wasSilent);
}

/** The network's own errors have a code (ECONNRESET, UND_ERR_SOCKET); a deadline of ours that passed has none. */
function isNetworks(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string';
}

/** The smallest value that so large a part of all do not exceed. */
function nearestRank(sorted: Float64Array, part: number): number | null {
  const value = sorted[Math.ceil(sorted.length * part) - 1];
  return value === undefined ? null : Math.round(value);
}
