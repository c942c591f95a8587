import type { DatabaseSync } from 'node:sqlite';
import type { Claims } from './claims.js';
import { pageBytes } from './schema.js';

/** What the file has room for, up to its limit. */
export interface Room {
  /** Beyond what is kept free. */
  readonly isLeft: () => boolean;
  /** Throws where none is left. */
  readonly expect: () => void;
  /** The next transaction looks for itself. */
  readonly forget: () => void;
}

/**
 * Kept free for the endings of attempts under way: no new one begins in it. An eighth of a small file, a megabyte of
 * others.
 */
const reservedPages = 256;
const reservedShare = 8;

/** Claims have no row yet, and are going to need room for one. */
export function roomIn(database: DatabaseSync, claims: Pick<Claims, 'awaitedBytes'>): Room {
  const maximumPages = Number(database.prepare('PRAGMA max_page_count').get()?.max_page_count);
  const keptFree = Math.min(reservedPages, Math.ceil(maximumPages / reservedShare));
  const pages = database.prepare('PRAGMA page_count');
  const freePages = database.prepare('PRAGMA freelist_count');
  /** As the transaction began; null where nobody has asked in it yet. */
  let usedPages: number | null = null;
  const isLeft = (): boolean => {
    usedPages ??= Number(pages.get()?.page_count) - Number(freePages.get()?.freelist_count);
    return usedPages + claims.awaitedBytes / pageBytes + keptFree <= maximumPages;
  };
  return {
    isLeft,
    expect() {
      if (!isLeft()) throw new Error('The journal is full (STORE_MAX_MB).');
    },
    forget() {
      usedPages = null;
    },
  };
}
