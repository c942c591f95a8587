import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createSecureServer } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, test } from '@jest/globals';
import { systemClock } from '../../src/core/clock.js';
import { Events } from '../../src/core/events.js';
import { connect } from '../../src/upstream/client.js';
import { exchange } from '../../src/upstream/exchange.js';

test('a host that offers HTTP/2 is spoken to in HTTP/1.1: one broken connection is one unknown outcome', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'client-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', keyFile, '-out', certFile, '-days', '1'];
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject, ...files], { stdio: 'pipe' });
  const cert = readFileSync(certFile, 'utf8');
  const usual = getCACertificates('default');
  setDefaultCACertificates([...usual, cert]);

  const versions: string[] = [];
  const server = createSecureServer({ key: readFileSync(keyFile), cert, allowHTTP1: true }, (request, response) => {
    versions.push(request.httpVersion);
    response.end('{}');
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const origin = `https://localhost:${(server.address() as AddressInfo).port}`;
  const dispatcher = connect(origin, {
    tenant: 'default',
    events: new Events(),
    clock: systemClock,
    random: Math.random,
    timeoutMs: 5_000,
    maximumBytes: 1_000,
    useProxy: false,
  });
  try {
    const deadline = performance.now() + 10_000;
    const request = {
      origin,
      method: 'POST',
      path: '/',
      headers: [],
      body: '{}',
      clock: systemClock,
      deadline,
      roomMs: 0,
      silentAfterMs: 2_000,
      maximumBytes: 1_000,
    } as const;
    expect((await exchange(dispatcher, request)).status).toBe(200);
    expect(versions).toEqual(['1.1']);
  } finally {
    await dispatcher.destroy();
    server.close();
    setDefaultCACertificates(usual);
    rmSync(folder, { recursive: true });
  }
});
