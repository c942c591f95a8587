import { faults } from './faults.js';
import type { Fault } from './faults.js';
import type { JsonObject } from './json.js';
import { sampleOutcome } from './outcomes.js';
import type { OutcomeCode, RefusalCode } from './outcomes.js';
import { badGatewayPage, misdirected } from './wire.js';
import type { WireAnswer, WireRequest } from './wire.js';

type Refusals = Readonly<Record<RefusalCode, (request: WireRequest, mainId: string) => WireAnswer>>;

/** How one provider says what the outcomes are. */
export interface Wording {
  readonly refusals: Refusals;
  /** Those that read differently where something is changed. */
  readonly changeRefusals?: Partial<Refusals>;
  /** Outcome 299: the success in words that nobody documented. */
  strange(success: JsonObject): JsonObject;
}

export function outcomeFault(
  { refusals, strange }: Wording,
  code: OutcomeCode | undefined,
  request: WireRequest,
  mainId: string,
): Fault | undefined {
  switch (code) {
    case undefined:
    case '207':
    case '208':
      return undefined; // made by the provider itself
    case '102':
      return faults.delay(8000);
    case '299':
      return faults.change(success => strange(success));
    case '421':
      return faults.answer(421, misdirected);
    case '502':
      return faults.answer(502, { applied: true, body: badGatewayPage });
    case '504':
      return faults.hang({ applied: true });
    default: {
      const { status, ...rest } = refusals[code](request, mainId);
      return faults.answer(status, rest);
    }
  }
}

export interface ChangeOutcomes {
  /** The outcome that a change meets now. */
  take(request: WireRequest, mainId: string): Fault | undefined;
  forget(): void;
}

/** Those after which nobody knows what was done. */
const unknowns: readonly OutcomeCode[] = ['500', '502', '504'];

/** Changes of samples. What leaves things unknown happens to the first change only, else it could never heal. */
export function changeOutcomes({ refusals, changeRefusals, strange }: Wording): ChangeOutcomes {
  const wording: Wording = { refusals: { ...refusals, ...changeRefusals }, strange };
  const met = new Set<string>();
  return {
    take(request, mainId) {
      const code = sampleOutcome(mainId);
      if (code !== undefined && unknowns.includes(code)) {
        if (met.has(mainId)) return undefined;
        met.add(mainId);
      }
      return outcomeFault(wording, code, request, mainId);
    },
    forget: () => met.clear(),
  };
}
