/**
 * Loaded into the gateway's own process, before it: how long the event loop did nothing else, in processor time of its
 * own thread. What the machine did for others meanwhile is not counted, so that a busy one is no slow gateway.
 *
 * Between two ticks of a timer lie at least one turn of the loop and whatever else came before the timer was due, so
 * this is never less than the longest turn, and at most a tick more.
 */

const tickMs = 5;

let longestMs = 0;
let lastAt = performance.now();
let lastUsed = usedMs();

/** Of this thread where Node can tell (24 and newer), else of the process with its other threads. */
function usedMs(): number {
  const { user, system } = typeof process.threadCpuUsage === 'function' ? process.threadCpuUsage() : process.cpuUsage();
  return (user + system) / 1_000;
}

function tick(): void {
  const [now, used] = [performance.now(), usedMs()];
  longestMs = Math.max(longestMs, Math.min(now - lastAt, used - lastUsed));
  lastAt = now;
  lastUsed = used;
}

setInterval(tick, tickMs).unref();

/** Whoever asks is told the longest since they asked before. */
process.on('message', () => {
  tick();
  process.send?.({ longestMs });
  longestMs = 0;
});
process.channel?.unref();
