import type { GatewayProcess } from '../support/process.js';

/** What the gateways of one lane logged. */
export interface Reading {
  /** What became of unknown outcomes, by the operation's id: `done`, `absent`, `lost` or `attention`. */
  readonly outcomes: ReadonlyMap<string, string>;
  /** Lines that were logged as errors. */
  readonly errors: readonly string[];
  /** How many successes were told by another gateway than those that made the attempts. */
  toldElsewhere(): number;
}

interface Told {
  readonly operationId: string;
  readonly by: GatewayProcess;
}

export function openReading(): Reading & { read(gateway: GatewayProcess): void } {
  const outcomes = new Map<string, string>();
  const errors = new Map<GatewayProcess, readonly string[]>();
  const told = new Map<GatewayProcess, readonly Told[]>();
  const attempts = new Map<string, Set<GatewayProcess>>();

  return {
    outcomes,
    get errors() {
      return [...errors.values()].flat();
    },
    toldElsewhere: () =>
      [...told.values()].flat().filter(({ operationId, by }) => {
        const makers = attempts.get(operationId);
        return makers !== undefined && !makers.has(by);
      }).length,
    /** May be read again when it has logged more. */
    read(gateway) {
      const failed: string[] = [];
      const successes: Told[] = [];
      for (const { msg, level, operationId, status, operations, ...rest } of gateway.lines()) {
        if (msg === 'an unknown outcome was settled') outcomes.set(String(operationId), String(status));
        if (Number(level) >= 50) failed.push(JSON.stringify({ msg, operationId, status, ...rest }));
        for (const { id, result, isReplay } of (Array.isArray(operations) ? operations : []) as readonly Operated[]) {
          if (id === null) continue;
          if (!isReplay) attempts.set(id, (attempts.get(id) ?? new Set()).add(gateway));
          else if (!result.endsWith('Error')) successes.push({ operationId: id, by: gateway });
        }
      }
      errors.set(gateway, failed);
      told.set(gateway, successes);
    },
  };
}

/** As a line about a request names what was asked for. */
interface Operated {
  readonly id: string | null;
  readonly result: string;
  readonly isReplay: boolean;
}
