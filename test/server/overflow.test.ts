import 'reflect-metadata';
import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Events } from '../../src/core/events.js';
import { WalletProvider } from '../../src/core/provider.js';
import { logEvents } from '../../src/server/telemetry.js';

test('more calls than may wait › are one warning, with the provider and the class of calls', () => {
  const events = new Events();
  const lines: string[] = [];
  logEvents(events, pino({ base: null, timestamp: false }, { write: line => void lines.push(line) }));
  events.emit('overflowed', { tenant: 'default', provider: WalletProvider.MOOV, calls: 'reads' });
  expect(lines.map(line => JSON.parse(line) as object)).toEqual([
    {
      level: 40,
      tenant: 'default',
      provider: 'MOOV',
      calls: 'reads',
      msg: 'too much waits for a provider: calls are refused',
    },
  ]);
});
