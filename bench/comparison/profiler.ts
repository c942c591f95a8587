import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/**
 * Loaded into a gateway before everything else: the first SIGUSR2 starts a profile, the second writes it to
 * `bench.cpuprofile` in the folder in which the gateway was started.
 */

/** Microseconds between two looks. */
const interval = 200;

const session = new Session();
session.connect();
let isOn = false;

async function turnOver(): Promise<void> {
  isOn = !isOn;
  if (isOn) {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval });
    await session.post('Profiler.start');
  } else {
    const { profile } = await session.post('Profiler.stop');
    writeFileSync('bench.cpuprofile', JSON.stringify(profile));
  }
}

process.on('SIGUSR2', () => void turnOver());
