import { syncBuiltinESMExports } from 'node:module';
import { turnChance } from './same-chance.js';
import './same-ports.js';
import { passTurn, quiet } from './same-time.js';

/**
 * Loaded before everything else: time, chance and ports are the same in two processes that are sent the same, so that their
 * answers are the same, byte for byte.
 */

syncBuiltinESMExports();

export { quiet };

/** What is sent next is sent later, and by other chances. */
export function nextTurn(): void {
  passTurn();
  turnChance();
}

/** What is sent next is sent while something else is under way. */
export const nextAtOnce = turnChance;
