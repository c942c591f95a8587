import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Moov as a process of its own that costs next to nothing: every create makes a wallet, nothing is kept. */

const wallet = {
  partnerAccountID: '2c9a6a0d-7e52-4b6b-8e0b-1b9c7f0e0002',
  walletType: 'general',
  createdOn: '2026-07-01T10:00:00Z',
  name: 'Savings',
  description: 'For the next bicycle',
  status: 'active',
  availableBalance: { currency: 'USD', value: 0, valueDecimal: '0' },
};

const server = createServer({ keepAliveTimeout: 120_000 }, (request, response) => {
  request.resume().once('end', () => {
    const body = JSON.stringify({ walletID: randomUUID(), ...wallet });
    response
      .writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      .end(body);
  });
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
