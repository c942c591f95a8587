import { faults, type Fault } from '../../src/simulators/faults.js';
import type { ProviderName } from './judge.js';
import type { Random } from './random.js';

/** What a provider may do to a request in this test. */

/** Longer than PROVIDER_TIMEOUT_MS, and shorter than what a wallet needs to count as absent: see `lane.ts`. */
const tooLateMs = [950, 1_300] as const;
const page = '<html><body>Bad gateway</body></html>';

/** For a create or a change: done or not, told or not. Refusals are only those that may be different the next time. */
export function writeFault(random: Random, provider: ProviderName): Fault {
  const rest = { applied: random.isLikely(0.5) };
  // PingOne's answer to a delete is its status line: where that comes through, nothing of it is lost, and it must be true.
  const begun = { applied: rest.applied || provider === 'pingone' };
  const make = random.oneOf([
    () => faults.delay(random.between(1, 150), rest),
    () => faults.delay(random.between(...tooLateMs), rest),
    () => faults.reset('before-answer', rest),
    () => faults.reset(random.oneOf(['in-headers', 'mid-body']), begun),
    () => faults.torn(begun),
    () => faults.truncated(begun),
    () => faults.hang(rest),
    () => faults.answer(502, { ...rest, body: page }),
    () => faults.answer(500, rest),
    () => faults.answer(random.oneOf([401, 403, 429])),
  ]);
  return make();
}

/** For what is read while an outcome is looked for, and for tokens. */
export function readFault(random: Random): Fault {
  const make = random.oneOf([
    () => faults.delay(random.between(1, 300)),
    () => faults.reset(random.oneOf(['before-answer', 'in-headers', 'mid-body'])),
    () => faults.truncated(),
    () => faults.hang(),
    () => faults.answer(502, { body: page }),
  ]);
  return make();
}
