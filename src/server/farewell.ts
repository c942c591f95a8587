import type { Server } from 'node:http';
import type { Clock } from '../core/clock.js';

/** How a server takes its leave of those who are connected, so that no request is lost on a connection that was kept. */

/**
 * How long who is connected may still ask, in order to be told that it was the last time on that connection. Whoever has
 * asked nothing for so long is cut off; a load balancer that looks every second or two has seen that nothing more is taken.
 */
export const farewellMs = 2_000;

/** Resolves when nobody is connected any more, or after `farewellMs`, or when `hurry` aborts. */
export type Farewell = (hurry: AbortSignal) => Promise<void>;

/** To be called before the server listens: who is connected is counted. */
export function openFarewell(server: Server, clock: Clock): Farewell {
  let connected = 0;
  let lastHasLeft = (): void => undefined;
  server.on('connection', socket => {
    connected += 1;
    socket.once('close', () => {
      connected -= 1;
      if (connected === 0) lastHasLeft();
    });
  });
  return async hurry => {
    await whatHasArrived();
    if (connected === 0 || hurry.aborted) return;
    await new Promise<void>(resolve => {
      const callOff = clock.after(farewellMs, resolve);
      lastHasLeft = () => {
        callOff();
        resolve();
      };
      hurry.addEventListener('abort', lastHasLeft);
    });
  };
}

/**
 * Lets connections and requests be read that are here already. Node takes a connection for idle whose next request it has
 * not read, and when it stood still for a while it runs what was due before it reads.
 */
export async function whatHasArrived(): Promise<void> {
  await new Promise(setImmediate); // connections are accepted in one turn,
  await new Promise(setImmediate); // and what is on them is read in the next
}
