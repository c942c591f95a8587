import { serve } from './bare.js';

/** LIMIT: what the work costs by itself. No idempotency. */

serve((_input, ask, answer) => ask(answer));
