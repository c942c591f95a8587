import { statfsSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';

/** What a bench is told. */
export interface Bench {
  readonly rounds: number;
  /** Of a gateway's turn under full load; other turns grow with it. */
  readonly seconds: number;
  /** In each journal before the stores' first turn. */
  readonly rowsBefore: number;
  /** Parts of the comparison; null for all. */
  readonly parts: readonly string[] | null;
  /** How many requests, where it matters how many. */
  readonly mostInFlight: number;
  /** How many rows the large one of two journals has, and whether there is one of ten times as many. */
  readonly growthRows: number;
  readonly isLarge: boolean;
  /** Whether those are measured too whose packages are installed by the bench. */
  readonly hasContenders: boolean;
  readonly say: (line: string) => void;
}

/** What a bench found. */
export interface Found {
  readonly title: string;
  readonly turnSeconds: number;
  /** The table, and what follows from it. */
  readonly text: string;
  readonly howToRead: string;
  /** What else it was measured with, with versions. */
  readonly measuredWith?: readonly string[];
  /** Written beside the page, by their paths. */
  readonly files?: Readonly<Record<string, string>>;
}

/** A whole page, with what it was measured on. */
export function pageOf(
  { title, turnSeconds, text, howToRead, measuredWith = [] }: Found,
  command: string,
  { rounds }: Bench,
): string {
  return `# ${title}

Written by \`${command}\` on ${new Date().toISOString().slice(0, 10)}; ${rounds} rounds, ${turnSeconds} s a turn.

- ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${process.platform} ${process.arch}; load in the
  last 15 minutes: ${(loadavg()[2] ?? 0).toFixed(1)}
- Node ${process.versions.node}, SQLite ${process.versions.sqlite}${measuredWith.map(what => `, ${what}`).join('')}; journals on ${fileSystem()}

${text}

## How to read it

${howToRead}

The machine is a virtual one that was shared with other work while this ran. Compare ratios, not microseconds, and
none of them closer than its spread. No test judges by speed.
`;
}

const memoryType = 0x01021994;

/** Where a commit costs nothing, FULL costs nothing either: from now on, temporary folders are on a disk if any is. */
export function leaveMemory(): void {
  if (statfsSync(tmpdir()).type === memoryType) process.env.TMPDIR = '/var/tmp';
}

function fileSystem(): string {
  const names: Readonly<Record<number, string>> = {
    0xef53: 'ext4',
    0x58465342: 'xfs',
    0x9123683e: 'btrfs',
    0x794c7630: 'overlayfs',
    [memoryType]: 'tmpfs (no disk at all)',
  };
  const { type } = statfsSync(tmpdir());
  return names[type] ?? `a file system of type 0x${type.toString(16)}`;
}
