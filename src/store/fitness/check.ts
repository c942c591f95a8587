import type { StorePlace } from '../../core/settings.js';
import type { Finding } from './finding.js';
import { checkPostgres } from './postgres/check.js';
import { checkSqlite } from './sqlite.js';

export interface CheckOptions {
  readonly place: StorePlace;
  /** Names the store keys; null where nobody said which. */
  readonly keyIds: readonly string[] | null;
  /** What a gateway opens at the most. */
  readonly connections: number;
}

/** Tells what it finds, and answers with whether the place is fit for the journal. */
export async function isStoreFit(
  { place, ...options }: CheckOptions,
  tell: (found: Finding) => void,
): Promise<boolean> {
  let isFit = true;
  const told = (finding: Finding): void => {
    isFit &&= finding.is !== 'unfit';
    tell(finding);
  };
  if (place.kind === 'sqlite') checkSqlite({ file: place.file, ...options }, told);
  else await checkPostgres({ server: place.server, ...options }, told);
  return isFit;
}
