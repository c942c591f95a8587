import { registerEnumType } from 'type-graphql';

/** Calls to a provider are kept apart by what they do, so that a flood of reads does not hold up a create. */
export type CallClass = 'reads' | 'writes';

export enum CircuitState {
  CLOSED = 'CLOSED',
  HALF_OPEN = 'HALF_OPEN',
  OPEN = 'OPEN',
}

registerEnumType(CircuitState, {
  name: 'CircuitState',
  description: 'Whether calls to a provider are let through.',
  valuesConfig: {
    CLOSED: { description: 'They are: the usual state.' },
    HALF_OPEN: { description: 'The next call, or the one under way, shows whether the provider works again.' },
    OPEN: { description: 'Too many failed in a row: they are refused at once, and nothing is sent. Ask later.' },
  },
});
