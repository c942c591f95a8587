import { once } from 'node:events';
import { runProgram } from '../test/support/process.js';
import type { ProviderName } from './answers.js';

/** Providers in a process of their own, and how they are told to behave. */

/** 'refuses': 429, and to be left alone for a second; 'lingers': answers after as long as a provider may well take. */
export type Mood = 'answers' | 'lingers' | 'hangs' | 'resets' | 'refuses';
export type Moods = Partial<Record<ProviderName, Mood>>;
/** How many requests each has had. */
export type Calls = Record<ProviderName, number>;

export interface StandIns {
  readonly urls: Readonly<Record<ProviderName, string>>;
  /** Those that are not named go on as they did. Says how many requests each has had until then. */
  tell(moods: Moods): Promise<Readonly<Calls>>;
}

/** Those that linger take so long; long enough for whoever comes with the same key to be waiting, unless told. */
export async function startStandIns({ lingeringMs = 150 } = {}): Promise<StandIns> {
  const program = runProgram('../bench/provider.js', { given: [String(lingeringMs)] });
  const printed = await program.printed(text => /^\{.*\}$/m.exec(text)?.[0]);
  return {
    urls: JSON.parse(printed) as StandIns['urls'], // provider.ts prints nothing else
    async tell(moods) {
      const told = once(program.child, 'message');
      program.child.send(moods);
      const [calls] = (await told) as [Calls]; // nor does it send anything else
      return calls;
    },
  };
}

/** Settings of a gateway that asks these for all that it lists; one that is not named is off. */
export function settingsFor(urls: Partial<StandIns['urls']>): Record<string, string> {
  const { pingOne, juspay, equalsMoney, moov } = urls;
  return {
    ...(pingOne === undefined
      ? {}
      : {
          PINGONE_API_URL: pingOne,
          PINGONE_AUTH_URL: pingOne,
          PINGONE_ENVIRONMENT_ID: 'c4f7a3de-41d5-4d9f-8a77-1b9c7f0e0001',
          PINGONE_CLIENT_ID: 'client',
          PINGONE_CLIENT_SECRET: 'secret',
        }),
    ...(juspay === undefined ? {} : { JUSPAY_API_URL: juspay, JUSPAY_API_KEY: 'key' }),
    ...(equalsMoney === undefined ? {} : { EQUALS_MONEY_API_URL: equalsMoney, EQUALS_MONEY_API_KEY: 'key' }),
    ...(moov === undefined ? {} : { MOOV_API_URL: moov, MOOV_PUBLIC_KEY: 'public', MOOV_SECRET_KEY: 'secret' }),
  };
}
