import { createHash } from 'node:crypto';
import { providerTitles } from '../core/provider.js';
import { script } from './page-script.js';

/**
 * One way to see one type of answer: requests that provoke it. In its variables `{{key}}` stands for a fresh idempotency key,
 * `{{run}}` for nine random digits, both the same in all steps of one pull; and `{{node:Type/part/part}}` for the opaque id
 * of what is written there.
 */
export interface Trigger {
  /** Of the mutation or the query. */
  readonly field: string;
  /** The type that it shows: for a mutation, a member of its union. */
  readonly member: string;
  readonly title: string;
  readonly steps: readonly {
    readonly query: string;
    readonly variables: Readonly<Record<string, unknown>>;
  }[];
  /** Each step is sent a moment after the one before, and not when that has its answer. */
  readonly overlaps?: boolean;
  readonly note?: string;
}

export interface PageOptions {
  /** Path of the GraphQL endpoint, `/graphql`. */
  readonly endpoint: string;
  readonly triggers: readonly Trigger[];
  /** `sandbox` or `live`; live ones get a warning instead of triggers. */
  readonly providers: string;
  /** Whether requests need a bearer token, so that there must be a field for one. */
  readonly needsToken: boolean;
}

const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f7f9, #14171c);
  --sheet: light-dark(#ffffff, #1c2027);
  --well: light-dark(#f3f5f8, #161a20);
  --line: light-dark(#dce1e8, #323945);
  --ink: light-dark(#1b2330, #e4e8ee);
  --quiet: light-dark(#566173, #9aa5b5);
  --accent: light-dark(#2c5fbf, #8cb2ff);
  --on-accent: light-dark(#ffffff, #10182a);
  --success: light-dark(#17693a, #7fd6a0);
  --partial: light-dark(#855300, #efc06a);
  --error: light-dark(#b0232a, #ff9c98);
  --unknown: light-dark(#6638b0, #c6a8ff);
  --mono: ui-monospace, 'SF Mono', 'Cascadia Code', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
* { box-sizing: border-box; }
[hidden] { display: none !important; }
body { margin: 0; min-height: 100dvh; display: flex; flex-direction: column; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', sans-serif; }
h1, h2, p, pre, fieldset { margin: 0; }
h1 { font-size: 1.25rem; letter-spacing: -0.01em; }
h2 { font-size: 0.95rem; }
button, textarea, input, summary { font: inherit; color: inherit; }
button, summary, .switch label { cursor: pointer; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--quiet); font-size: 0.87rem; }

.top { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem 1rem; padding: 0.75rem 1.25rem; background: var(--sheet); border-bottom: 1px solid var(--line); }
.top > div:first-child { flex: 1 1 20rem; }
.switch { display: flex; padding: 3px; border: 1px solid var(--line); border-radius: 9px; background: var(--well); }
.switch label { padding: 0.2rem 0.75rem; border-radius: 6px; color: var(--quiet); font-size: 0.9rem; }
.switch input:checked + label { background: var(--sheet); color: var(--ink); box-shadow: 0 0 0 1px var(--line), 0 1px 2px #0002; }
.switch input:focus-visible + label { outline: 2px solid var(--accent); outline-offset: 2px; }
.warning { padding: 0.5rem 1.25rem; color: var(--error); background: color-mix(in srgb, var(--error) 10%, var(--sheet)); border-bottom: 1px solid var(--line); }

.plain { display: grid; gap: 1rem; padding: 1rem 1.25rem 2rem; width: 100%; max-width: 1800px; margin: 0 auto; align-items: start; }
.plain > * { min-width: 0; }
.card { display: flex; flex-direction: column; gap: 0.6rem; padding: 1rem; background: var(--sheet); border: 1px solid var(--line); border-radius: 12px; }
@media (min-width: 800px) {
  .plain.with-triggers { grid-template-columns: 19rem minmax(0, 1fr); }
  .with-triggers #triggers { grid-row: span 2; position: sticky; top: 1rem; max-height: calc(100dvh - 2rem); overflow-y: auto; }
}
@media (min-width: 1150px) {
  .plain { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); }
  .plain.with-triggers { grid-template-columns: 18.5rem minmax(0, 1.1fr) minmax(0, 1fr); }
  .with-triggers #triggers { grid-row: auto; }
}
@media (max-width: 799px) { .top, .warning, .plain { padding-inline: 0.75rem; } .card { padding: 0.85rem; } }

#triggers details { border-top: 1px solid var(--line); padding-top: 0.45rem; }
#triggers summary { display: flex; align-items: center; gap: 0.5rem; padding: 0.15rem 0.25rem; border-radius: 6px; list-style: none; }
#triggers summary::-webkit-details-marker { display: none; }
#triggers summary::before { content: '›'; width: 0.7rem; color: var(--quiet); text-align: center; }
#triggers details[open] > summary::before { rotate: 90deg; }
.field { flex: 1; font-family: var(--mono); font-size: 0.8rem; font-weight: 600; overflow-wrap: anywhere; }
.count { color: var(--quiet); font-size: 0.8rem; }
.trigger { display: block; width: 100%; margin-top: 0.3rem; padding: 0.4rem 0.6rem 0.45rem; text-align: left; border: 1px solid transparent; border-radius: 8px; background: none; }
.trigger:hover { background: var(--well); border-color: var(--line); }
.trigger[aria-current] { background: var(--well); border-color: var(--accent); }
.member { display: flex; align-items: baseline; font-weight: 600; font-size: 0.87rem; }
.member > span { min-width: 0; overflow-wrap: anywhere; }
.member::before { content: ''; flex: none; width: 0.55em; height: 0.55em; margin-right: 0.5em; border-radius: 50%; background: currentColor; }
.member.success::before { color: var(--success); } .member.partial::before { color: var(--partial); }
.member.error::before { color: var(--error); } .member.unknown::before { color: var(--unknown); }
.what { display: block; padding-left: 1.05em; color: var(--quiet); font-size: 0.84rem; line-height: 1.4; }

.row { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0.4rem 0.75rem; }
.row label { font-size: 0.87rem; font-weight: 600; }
textarea, pre { font: 0.8rem/1.55 var(--mono); background: var(--well); border: 1px solid var(--line); border-radius: 8px; padding: 0.65rem 0.75rem; tab-size: 2; }
textarea { width: 100%; resize: vertical; field-sizing: content; max-height: 34rem; }
#document { min-height: 13rem; } #variables { min-height: 9rem; }
#token { flex: 1 1 12rem; min-width: 0; padding: 0.25rem 0.6rem; font-family: var(--mono); font-size: 0.8rem; background: var(--well); border: 1px solid var(--line); border-radius: 8px; }
textarea[aria-invalid] { border-color: var(--error); }
.problem { color: var(--error); font-size: 0.87rem; } .problem:empty { display: none; }
.run { padding: 0.4rem 1.4rem; border: 0; border-radius: 8px; background: var(--accent); color: var(--on-accent); font-weight: 600; }
.run:hover { filter: brightness(1.08); }
.small { padding: 0.1rem 0.6rem; border: 1px solid var(--line); border-radius: 6px; background: var(--sheet); font-size: 0.84rem; }
.small:hover { background: var(--well); }

#answers { display: flex; flex-direction: column; gap: 1rem; }
/* Room below, so that the first answer can be scrolled to the top before it is there. */
@media (max-width: 1149px) { #answers:not(:empty) { min-height: 75dvh; } }
#answers:empty::before { content: 'Nothing sent yet.'; color: var(--quiet); font-size: 0.87rem; }
.told { font-size: 0.87rem; color: var(--quiet); } .told strong { color: var(--ink); }
article { display: flex; flex-direction: column; gap: 0.5rem; }
article header { display: flex; flex-wrap: wrap; align-items: center; gap: 0.4rem 0.6rem; font-size: 0.87rem; }
.chips { display: flex; flex-wrap: wrap; gap: 0.35rem; min-width: 0; }
.chip { padding: 0.12rem 0.7rem; border-radius: 99px; font-weight: 600; overflow-wrap: anywhere; color: var(--tone); background: color-mix(in srgb, var(--tone) 13%, var(--sheet)); border: 1px solid color-mix(in srgb, var(--tone) 35%, var(--sheet)); }
.chip.success { --tone: var(--success); } .chip.partial { --tone: var(--partial); } .chip.error { --tone: var(--error); }
.chip.unknown { --tone: var(--unknown); } .chip.waiting { --tone: var(--quiet); }
.measure { margin-left: auto; color: var(--quiet); font-variant-numeric: tabular-nums; }
pre { overflow: auto; max-height: 38rem; white-space: pre-wrap; overflow-wrap: anywhere; }
pre:empty { display: none; }
article summary { width: fit-content; color: var(--quiet); font-size: 0.84rem; border-radius: 4px; }
article details pre { margin-top: 0.4rem; max-height: 20rem; }

.apollo { flex: 1; display: flex; flex-direction: column; min-height: 32rem; }
.apollo > p { padding: 2rem 1.25rem; }
#sandbox { flex: 1; display: flex; } #sandbox:empty { display: none; }
#sandbox iframe { flex: 1; width: 100%; border: 0; }
`;

/** JSON that cannot end the script element it stands in, nor break a line in it. */
function embeddable(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * Hashes rather than nonces, so that one rendered page may be served to everyone. The embed sends GraphQL from this page,
 * not from its frame, hence `connect-src 'self'`; beyond its script and its frame it loads nothing as long as we bring an icon.
 */
const policy = [
  "default-src 'none'",
  `script-src ${hashOf(script)} https://embeddable-sandbox.cdn.apollographql.com`,
  `style-src ${hashOf(style)}`,
  'img-src data:',
  "connect-src 'self'",
  'frame-src https://sandbox.embed.apollographql.com',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const headers = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': policy,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};

const icon =
  'data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22 viewBox=%220 0 16 16%22%3E%3Crect y=%223%22 width=%2216%22 height=%2211%22 rx=%222.5%22 fill=%22%232c5fbf%22/%3E%3Ccircle cx=%2212%22 cy=%228.5%22 r=%221.5%22 fill=%22white%22/%3E%3C/svg%3E';

const warning = `<p class="warning" role="note"><strong>Live providers.</strong> Mutations sent from this page are real: they open real wallets and message real people.</p>`;

const triggerList = `<section class="card" id="triggers" aria-labelledby="triggers-title">
  <h2 id="triggers-title">Triggers</h2>
  <p class="quiet">Every answer a mutation can give, and some to queries. A click fills the request and sends it, with a fresh idempotency key.</p>
</section>`;

/** No name and no form, so that browsers do not offer to keep it. */
const tokenField = `<div class="row"><label for="token">Bearer token</label><input id="token" type="password" autocomplete="off" spellcheck="false" autocapitalize="off" aria-describedby="token-note"></div>
  <p class="quiet" id="token-note">Goes with each request, and is forgotten when this page is left. Apollo Sandbox takes it under Headers.</p>`;

/** The page for people: Apollo's embedded Sandbox where it can be loaded, and a plain explorer that needs no network. */
export function page({ endpoint, triggers, providers, needsToken }: PageOptions): {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
} {
  const isLive = providers === 'live';
  const shown = isLive ? [] : triggers;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Billfold</title>
<link rel="icon" href="${icon}">
<style>${style}</style>
</head>
<body>
<header class="top">
  <div>
    <h1>Billfold</h1>
    <p class="quiet">One GraphQL schema over ${Object.values(providerTitles).join(', ')}.</p>
  </div>
  <span class="quiet" id="apollo-state" role="status"></span>
  <fieldset class="switch">
    <legend class="unseen">Explorer</legend>
    <input class="unseen" type="radio" name="view" id="view-apollo" value="apollo"><label for="view-apollo">Apollo Sandbox</label>
    <input class="unseen" type="radio" name="view" id="view-plain" value="plain" checked><label for="view-plain">Plain explorer</label>
  </fieldset>
</header>
${isLive ? warning : ''}
<noscript><p class="warning">This page needs JavaScript.</p></noscript>
<main class="plain${shown.length > 0 ? ' with-triggers' : ''}" id="plain">
${shown.length > 0 ? triggerList : ''}
<section class="card" aria-labelledby="request-title">
  <h2 class="unseen" id="request-title">Request</h2>
  ${needsToken ? tokenField : ''}
  <div class="row"><label for="document">Document</label></div>
  <textarea id="document" rows="12" spellcheck="false" autocapitalize="off" autocomplete="off"></textarea>
  <div class="row"><label for="variables">Variables (JSON)</label><button class="small" id="new-key" type="button" title="Puts a fresh key into input.idempotencyKey">New key</button></div>
  <textarea id="variables" rows="9" spellcheck="false" autocapitalize="off" autocomplete="off" aria-describedby="problem"></textarea>
  <p class="problem" id="problem" role="alert"></p>
  <div class="row"><button class="run" id="run" type="button">Run</button><span class="quiet">Ctrl or ⌘ + Enter</span></div>
</section>
<section class="card" aria-labelledby="answers-title">
  <h2 id="answers-title">Answer</h2>
  <p class="unseen" id="announcement" role="status"></p>
  <div id="answers"></div>
</section>
</main>
<section class="apollo" id="apollo" aria-label="Apollo Sandbox" hidden>
  <p id="apollo-loading">Loading Apollo Sandbox… The plain explorer is ready meanwhile.</p>
  <p id="apollo-failed" hidden>Apollo Sandbox could not be loaded from its CDN. The plain explorer needs no network. <button class="small" id="retry" type="button">Try again</button></p>
  <div id="sandbox"></div>
</section>
<script type="application/json" id="page-options">${embeddable({ endpoint, triggers: shown })}</script>
<script>${script}</script>
</body>
</html>
`;
  return { html, headers };
}
