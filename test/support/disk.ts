import { closeSync, openSync, readdirSync, readlinkSync } from 'node:fs';

/** Whether a broken disk can be had here: it takes Linux's list of open files. */
export const canBreakDisk = process.platform === 'linux';

/**
 * From now on, every write of this process to that file, or to those that SQLite keeps beside it, finds the disk full,
 * and every read finds zeros: the very descriptor that it holds leads to /dev/full.
 */
export function breakDisk(file: string): void {
  const held = readdirSync('/proc/self/fd').filter(descriptor => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(file);
    } catch {
      return false; // the one by which the list was read
    }
  });
  if (held.length === 0) throw new Error(`${file} is not open.`);
  for (const descriptor of held.map(Number)) {
    closeSync(descriptor);
    const others: number[] = [];
    // A file gets the lowest free number.
    for (let opened = openSync('/dev/full', 'r+'); opened !== descriptor; opened = openSync('/dev/full', 'r+')) {
      others.push(opened);
    }
    for (const other of others) closeSync(other);
  }
}
