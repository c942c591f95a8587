import type { Provider } from '../core/provider-port.js';
import { equalsMoney } from './equals-money/index.js';
import { juspay } from './juspay/index.js';
import { liquido } from './liquido/index.js';
import { moov } from './moov/index.js';
import { pingOne } from './pingone/index.js';

/** Every provider that the gateway knows. */
export const providers: readonly Provider[] = [pingOne, juspay, liquido, equalsMoney, moov];
