import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import { globalId } from '../../src/core/ids.js';
import { filled } from '../../src/server/page-script.js';
import { page as pageOf, type Trigger } from '../../src/server/page.js';
import { triggers } from '../../src/triggers/index.js';
import { cleanUp, startGatewayProcess, type GatewayProcess } from '../support/process.js';

/** The page as a person has it: a real browser, a real gateway, and either no network or a stand-in for Apollo's CDN. */

/** What runs in the browser needs of its types no more than this. */
declare const document: {
  querySelectorAll(selector: string): Iterable<InPage> & { readonly length: number };
  createRange(): { selectNode(node: object): void; getClientRects(): ArrayLike<{ readonly top: number }> };
};
interface InPage {
  open?: boolean;
  readonly textContent: string;
  readonly firstElementChild: { readonly childNodes: Iterable<{ readonly nodeType: number }> } | null;
  getBoundingClientRect(): { readonly top: number };
}

const cdn = 'https://embeddable-sandbox.cdn.apollographql.com';
const frame = 'https://sandbox.embed.apollographql.com';
const slowMs = 60_000;

const places = [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const executablePath = places.find(place => place !== undefined && existsSync(place));
if (executablePath === undefined && process.env.CI) throw new Error('There is no Chromium; set CHROMIUM_PATH.');
if (executablePath === undefined) console.warn('There is no Chromium, so the page is NOT tested; set CHROMIUM_PATH.');

interface Visit {
  readonly page: Page;
  /** Where requests went that were not to the gateway. */
  readonly outside: string[];
  /** What the browser complained of. */
  readonly complaints: string[];
}

(executablePath === undefined ? describe.skip : describe)('the page', () => {
  let gateway: GatewayProcess;
  let browser: Browser;
  let slow: Promise<readonly string[]>;

  beforeAll(async () => {
    [gateway, browser] = await Promise.all([
      startGatewayProcess({ environment: { PROVIDER_TIMEOUT_MS: '60000', SAME_KEY_WAIT_MS: '200' } }),
      chromium.launch({
        ...(executablePath === undefined ? {} : { executablePath }),
        args: [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--disable-quic',
          '--no-first-run',
          '--disable-background-networking',
          '--disable-component-update',
          '--disable-sync',
        ],
      }),
    ]);
    slow = inProgress();
    slow.catch(() => undefined); // its test looks at it
  }, slowMs);
  afterAll(async () => {
    await browser.close();
    await cleanUp();
  });

  /** Opens the page; `script` is what the CDN serves, null where there is no network. */
  async function open(script: string | null, path = '/'): Promise<Visit> {
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    const outside: string[] = [];
    const complaints: string[] = [];
    await context.route(
      url => url.origin !== gateway.url && url.protocol !== 'data:',
      route => {
        const { origin } = new URL(route.request().url());
        outside.push(origin);
        if (script === null) return route.abort('internetdisconnected');
        if (origin === cdn) return route.fulfill({ contentType: 'text/javascript', body: script });
        if (origin === frame) return route.fulfill({ contentType: 'text/html', body: '<title>Sandbox</title>' });
        return route.abort();
      },
    );
    const page = await context.newPage();
    page.on('console', message => {
      const isNetwork = message.text().startsWith('Failed to load resource'); // no network, or an answer of 400
      if (['error', 'warning'].includes(message.type()) && !isNetwork) complaints.push(message.text());
    });
    page.on('pageerror', error => complaints.push(error.message));
    await page.goto(gateway.url + path);
    return { page, outside, complaints };
  }

  /** Clicks a trigger as a person does, opening its group first. */
  async function pull(page: Page, mutation: string, title: string): Promise<void> {
    const group = page.locator('#triggers details', { has: page.locator('.field', { hasText: mutation }) });
    if ((await group.getAttribute('open')) === null) await group.locator('summary').click();
    await group.locator('.trigger', { hasText: title }).first().click();
  }

  /** The chips of all answers, once there are as many and none is awaited. */
  async function chips(page: Page, count = 1): Promise<string[]> {
    await page.waitForFunction(
      wanted =>
        document.querySelectorAll('#answers article').length === wanted &&
        document.querySelectorAll('#answers .chip.waiting').length === 0,
      count,
    );
    return page.locator('#answers .chip').allTextContents();
  }

  async function inProgress(): Promise<readonly string[]> {
    const { page } = await open(null);
    await pull(page, 'createMoovWallet', 'Moov …102');
    await page.waitForFunction(() => document.querySelectorAll('#answers article').length === 2);
    await page.locator('#answers article').nth(1).locator('.chip:not(.waiting)').waitFor();
    const early = await page.locator('#answers .chip').allTextContents();
    return [...early, ...(await chips(page, 2))];
  }

  describe('without a network', () => {
    let visit: Visit;
    beforeAll(async () => {
      visit = await open(null);
    });

    test('the plain explorer is there, and says that Apollo is not', async () => {
      const { page } = visit;
      await page.locator('#apollo-state', { hasText: 'Apollo not reachable' }).waitFor();
      expect(await page.locator('#plain').isVisible()).toBe(true);
      expect(await page.locator('#apollo').isVisible()).toBe(false);
      expect(await page.title()).toBe('Billfold');
    });

    test('Run sends what is written, and shows the answer', async () => {
      const { page } = visit;
      await page.locator('#run').click();
      expect(await chips(page)).toEqual(['DigitalWalletCreated']);
      expect(await page.locator('#answers article > pre').textContent()).toContain('"state": "PENDING"');
      expect(await page.locator('#announcement').textContent()).toMatch(/^DigitalWalletCreated, HTTP 200/);

      await page.locator('#document').fill('{ nope }');
      await page.locator('#variables').fill('{}');
      await page.locator('#document').press('Control+Enter');
      expect(await chips(page)).toEqual(['GraphQL error']);

      await page.locator('#variables').fill('{');
      await page.locator('#run').click();
      expect(await page.locator('#problem').textContent()).toMatch(/^The variables cannot be read as JSON/);
    });

    test.each([
      ['createDigitalWallet', 'PingOne …001', 'DigitalWalletCreated'],
      ['createWalletAccount', 'Juspay …001', 'WalletAccountCreated'],
      ['createWalletAccount', 'LIQUIDO …404', 'NotFoundError'],
      ['provisionCardToken', 'Apple …001', 'CardTokenProvisioned'],
      ['createMoovWallet', 'Moov …500', 'OutcomeUnknownError'],
    ])('a trigger of %s, %s, shows %s', async (mutation, title, member) => {
      await pull(visit.page, mutation, title);
      expect(await chips(visit.page)).toEqual([member]);
      expect(await visit.page.locator('.trigger[aria-current] .member').textContent()).toBe(member);
      expect(await visit.page.locator('#variables').inputValue()).not.toContain('{{key}}');
    });

    test.each([1366, 900, 390])(
      'names of triggers, %d pixels wide, stand beside their dots and break between words',
      async width => {
        const { page } = await open(null);
        await page.setViewportSize({ width, height: 900 });
        const faults = await page.evaluate(() => {
          for (const group of document.querySelectorAll('#triggers details')) group.open = true;
          return [...document.querySelectorAll('.member')]
            .filter(member => {
              const words = [...(member.firstElementChild?.childNodes ?? [])].filter(({ nodeType }) => nodeType === 3);
              const lines = words.map(word => {
                const range = document.createRange();
                range.selectNode(word);
                return range.getClientRects();
              });
              const [first] = lines;
              const isBeside = (first?.[0]?.top ?? Infinity) < member.getBoundingClientRect().top + 10;
              return !isBeside || lines.some(({ length }) => length !== 1);
            })
            .map(({ textContent }) => textContent);
        });
        expect(faults).toEqual([]);
        await page.context().close();
      },
    );

    test('a partial success shows the wallet and what did not go out', async () => {
      await pull(visit.page, 'createDigitalWallet', 'PingOne …207');
      expect(await chips(visit.page)).toEqual(['DigitalWalletCreatedWithNotificationFailures']);
      const answer = await visit.page.locator('#answers article > pre').textContent();
      expect(JSON.parse(answer ?? '')).toMatchObject({
        data: {
          createDigitalWallet: {
            digitalWallet: { state: 'PENDING' },
            sent: [{ channel: 'EMAIL' }],
            failures: [{ channel: 'SMS' }],
          },
        },
      });
      const kind = await visit.page.locator('#answers .chip').getAttribute('class');
      expect(kind).toBe('chip partial');
    });

    test('nothing was asked of anyone but the CDN, and the browser complained of nothing', () => {
      expect(new Set(visit.outside)).toEqual(new Set([cdn]));
      expect(visit.complaints).toEqual([]);
    });
  });

  describe('templates in the variables of a trigger', () => {
    interface Sent {
      readonly variables: { readonly key: string; readonly run: string; readonly id: string };
    }

    const query = 'query ($id: ID!) { node(id: $id) { __typename } }';
    const id = '{{node:CardToken/F5a{{run}}409/5a-{{run}}409}}';
    const steps = ['one', 'two'].map(step => ({ query, variables: { step, key: '{{key}}', run: '{{run}}', id } }));
    const own: Trigger = { field: 'node', member: 'CardToken', title: 'templates', steps };

    /** The page with this trigger alone, and what it has sent. */
    async function openOwn(): Promise<{ page: Page; sent: Sent[] }> {
      const { page } = await open(null);
      const { html, headers } = pageOf({
        endpoint: '/graphql',
        triggers: [own],
        providers: 'sandbox',
        needsToken: false,
      });
      await page.route(`${gateway.url}/`, route => route.fulfill({ body: html, headers: { ...headers } }));
      const sent: Sent[] = [];
      page.on('request', request => {
        if (request.url().endsWith('/graphql')) sent.push(request.postDataJSON() as Sent);
      });
      await page.goto(`${gateway.url}/`);
      return { page, sent };
    }

    test('are the same in all steps of a pull, and others in the next', async () => {
      const { page, sent } = await openOwn();
      for (const _pull of ['one', 'two']) {
        await pull(page, 'node', 'templates');
        await chips(page, 2);
      }
      expect(sent).toHaveLength(4);
      const [one, again, two] = sent.map(({ variables: { key, run, id: node } }) => ({ key, run, node }));
      expect(again).toEqual(one);
      expect(one?.run).toMatch(/^\d{9}$/);
      expect(one?.node).toBe(globalId('CardToken', `F5a${one?.run}409`, `5a-${one?.run}409`));
      expect([two?.key === one?.key, two?.run === one?.run]).toEqual([false, false]);
      expect(await page.locator('#variables').inputValue()).not.toContain('{{');
    });

    test('are filled in by the page as they are here', async () => {
      const { page } = await openOwn();
      const given = { key: 'key-1', run: '012345678' };
      const variables = {
        input: { idempotencyKey: '{{key}}', ids: [id, '{{node:Łódź/{{run}}?/é~}} {{node:A/b}}'], count: 3, none: null },
        plain: '{{nothing}} {{node:}} "{{run}}"',
      };
      const there = await page.evaluate(
        ([text, fresh]) =>
          (globalThis as unknown as { filled: typeof filled }).filled(
            JSON.parse(text) as Record<string, unknown>,
            fresh,
          ),
        [JSON.stringify(variables), given] as const,
      );
      expect(there).toEqual(filled(variables, given));
      expect(there).toEqual({
        input: {
          idempotencyKey: 'key-1',
          ids: [
            globalId('CardToken', 'F5a012345678409', '5a-012345678409'),
            `${globalId('Łódź', '012345678?', 'é~')} ${globalId('A', 'b')}`,
          ],
          count: 3,
          none: null,
        },
        plain: '{{nothing}} {{node:}} "012345678"',
      });
    });
  });

  describe('where a token is needed', () => {
    const canary = 'eyJhbGciOiJFUzI1NiJ9.canary.canary';

    /** The page with a field for a token, and the headers of what it has sent. */
    async function openWithField(): Promise<{ page: Page; sent: Readonly<Record<string, string>>[] }> {
      const { page } = await open(null);
      const { html, headers } = pageOf({ endpoint: '/graphql', triggers, providers: 'sandbox', needsToken: true });
      await page.route(`${gateway.url}/`, route => route.fulfill({ body: html, headers: { ...headers } }));
      const sent: Readonly<Record<string, string>>[] = [];
      page.on('request', request => {
        if (request.url().endsWith('/graphql')) sent.push(request.headers());
      });
      await page.goto(`${gateway.url}/`);
      return { page, sent };
    }

    test('it goes with each request once it is given, and with none after it is taken out', async () => {
      const { page, sent } = await openWithField();
      await page.locator('#run').click();
      await chips(page);
      await page.getByLabel('Bearer token').fill(` ${canary} `);
      await page.locator('#run').click();
      await chips(page);
      await pull(page, 'createMoovWallet', 'Moov …001');
      await chips(page);
      await page.getByLabel('Bearer token').fill('');
      await page.locator('#run').click();
      await chips(page);
      const given = `Bearer ${canary}`;
      expect(sent.map(({ authorization }) => authorization)).toEqual([undefined, given, given, undefined]);
    });

    test('it is not shown, not kept, and gone when the page is loaded anew', async () => {
      const { page } = await openWithField();
      const field = page.getByLabel('Bearer token');
      expect(await field.getAttribute('type')).toBe('password');
      expect(await field.getAttribute('autocomplete')).toBe('off');
      expect(await page.locator('form').count()).toBe(0);
      await field.fill(canary);
      await page.locator('#run').click();
      await chips(page);
      const kept = await page.evaluate(
        `[JSON.stringify(localStorage), JSON.stringify(sessionStorage), document.cookie, location.href,
          JSON.stringify(history.state), document.documentElement.outerHTML].join()`,
      );
      expect(kept).not.toContain('canary');
      expect(await page.evaluate('indexedDB.databases().then(all => all.length)')).toBe(0);
      await page.reload();
      expect(await field.inputValue()).toBe('');
    });

    test('there is no such field where none is needed', async () => {
      const { page } = await open(null);
      expect(await page.getByLabel('Bearer token').count()).toBe(0);
    });
  });

  test("with Apollo's script › its explorer opens with our endpoint, and may send to it", async () => {
    const { page, outside, complaints } = await open(`
      window.EmbeddedSandbox = class {
        constructor(options) {
          window.told = options;
          const frame = document.createElement('iframe');
          frame.src = '${frame}/sandbox/explorer';
          document.querySelector(options.target).append(frame);
        }
      };`);
    await page.frameLocator('#sandbox iframe').locator('title').waitFor({ state: 'attached' });
    expect(await page.locator('#apollo').isVisible()).toBe(true);
    expect(await page.locator('#plain').isVisible()).toBe(false);
    const told = await page.evaluate(async () => {
      const { told: options } = globalThis as unknown as {
        told: Record<string, unknown> & { initialEndpoint: string };
      };
      const send = options.handleRequest as (url: string, request: RequestInit) => Promise<Response>;
      const response = await send(options.initialEndpoint, { method: 'POST', body: '{"query":"{ __typename }"}' });
      return { ...options, handleRequest: undefined, answer: await response.text() };
    });
    expect(told).toMatchObject({
      initialEndpoint: `${gateway.url}/graphql`,
      initialState: { document: expect.stringContaining('createDigitalWallet'), includeCookies: false },
      endpointIsEditable: false,
      runTelemetry: false,
      answer: '{"data":{"__typename":"Query"}}',
    });
    expect(JSON.stringify(told)).not.toContain('{{key}}');

    await page.locator('label[for=view-plain]').click();
    expect(await page.locator('#plain').isVisible()).toBe(true);
    expect(new Set(outside)).toEqual(new Set([cdn, frame]));
    expect(complaints).toEqual([]);
  });

  test('a script that is not ours does not run, and nothing is sent elsewhere', async () => {
    const { page, outside } = await open('');
    const was = await page.evaluate(`(async () => {
      const tag = document.createElement('script');
      tag.textContent = 'window.wasRun = true';
      document.body.append(tag);
      const sent = await fetch('https://evil.example/').then(() => true, () => false);
      return { run: 'wasRun' in window, sent };
    })()`);
    expect(was).toEqual({ run: false, sent: false });
    expect(outside).not.toContain('https://evil.example');
  });

  test(
    'the same key twice › the second answer comes first, and both are shown in order',
    async () => {
      expect(await slow).toEqual([
        'waiting…',
        'OperationInProgressError',
        'MoovWalletCreated',
        'OperationInProgressError',
      ]);
    },
    slowMs,
  );
});
