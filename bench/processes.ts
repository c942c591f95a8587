import { readdirSync, readFileSync } from 'node:fs';

/** What processes have cost so far, as /proc says it. */

/** What its times are counted in, on every Linux that Node runs on (USER_HZ). */
const microsPerTick = 10_000;

/** User and system time of a process, all its threads. */
export function cpuMicrosOf(pid: number | undefined): number {
  return ticksIn(fieldsOf(pid), [11, 12]) * microsPerTick;
}

/**
 * The same of a process and its children, those included that are over: what these took went to their parent when it heard
 * of their end. While one ends it would be missing, or be counted twice; then all are looked at again.
 */
export function cpuMicrosWithChildrenOf(pid: number): number {
  const before = fieldsOf(pid);
  const living = childrenOf(pid).reduce((sum, fields) => sum + ticksIn(fields, [11, 12]), 0);
  const after = fieldsOf(pid);
  const hasEnded = ticksIn(before, [13, 14]) !== ticksIn(after, [13, 14]);
  if (hasEnded) return cpuMicrosWithChildrenOf(pid);
  return (living + ticksIn(after, [11, 12, 13, 14])) * microsPerTick;
}

function childrenOf(pid: number): readonly (readonly string[])[] {
  return readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .map(name => {
      try {
        return fieldsOf(Number(name));
      } catch {
        return []; // it was over before it could be looked at
      }
    })
    .filter(fields => Number(fields[1]) === pid);
}

function ticksIn(fields: readonly string[], places: readonly number[]): number {
  return places.reduce((sum, place) => sum + Number(fields[place]), 0);
}

/** From the state on, which is the third of the manual's. */
function fieldsOf(pid: number | undefined): readonly string[] {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' '); // the name before may hold anything
}

/** How long it was ready to run, and others ran: its main thread's time in the queue. 0 where the kernel keeps no count. */
export function delayMicrosOf(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1_000;
  } catch {
    return 0;
  }
}

export function residentBytesOf(pid: number | undefined): number {
  return 1024 * Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}
