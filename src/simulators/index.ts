import { startEqualsMoney } from './equals-money.js';
import type { EqualsMoneyOptions, EqualsMoneySimulator } from './equals-money.js';
import { startJuspay } from './juspay.js';
import type { JuspayOptions, JuspaySimulator } from './juspay.js';
import { startLiquido } from './liquido.js';
import type { LiquidoOptions, LiquidoSimulator } from './liquido.js';
import { startMoov } from './moov.js';
import type { MoovOptions, MoovSimulator } from './moov.js';
import { startPingOne } from './pingone.js';
import type { PingOneOptions, PingOneSimulator } from './pingone.js';

export interface SimulatorsOptions {
  readonly pingone?: PingOneOptions;
  readonly juspay?: JuspayOptions;
  readonly liquido?: LiquidoOptions;
  readonly equalsMoney?: EqualsMoneyOptions;
  readonly moov?: MoovOptions;
}

export interface Simulators {
  /** Every setting a gateway needs to speak to all five. */
  readonly environment: Readonly<Record<string, string>>;
  readonly pingone: PingOneSimulator;
  readonly juspay: JuspaySimulator;
  readonly liquido: LiquidoSimulator;
  readonly equalsMoney: EqualsMoneySimulator;
  readonly moov: MoovSimulator;
  reset(): void;
  stop(): Promise<void>;
}

/** Starts all five, on free ports unless told otherwise. */
export async function startSimulators(options: SimulatorsOptions = {}): Promise<Simulators> {
  const [pingone, juspay, liquido, equalsMoney, moov] = await Promise.all([
    startPingOne(options.pingone),
    startJuspay(options.juspay),
    startLiquido(options.liquido),
    startEqualsMoney(options.equalsMoney),
    startMoov(options.moov),
  ]);
  const all = [pingone, juspay, liquido, equalsMoney, moov];
  const environments = all.map(({ environment }) => environment);
  return {
    environment: Object.assign({}, ...environments) as Record<string, string>, // each of them is one
    pingone,
    juspay,
    liquido,
    equalsMoney,
    moov,
    reset() {
      for (const simulator of all) simulator.reset();
    },
    async stop() {
      await Promise.all(all.map(simulator => simulator.stop()));
    },
  };
}
