/** What stands for itself in the variables of a trigger: the same in all steps of one pull. */
export interface Fresh {
  /** A UUID. */
  readonly key: string;
  /** Nine digits. */
  readonly run: string;
}

/**
 * The variables of a step with its templates filled in: `{{key}}`, `{{run}}`, and `{{node:Type/part/part}}`, the opaque
 * id of what is written there. It runs in the browser too, where its own text is put, so it may use nothing around it.
 */
export function filled(
  variables: Readonly<Record<string, unknown>>,
  { key, run }: Fresh,
): Readonly<Record<string, unknown>> {
  const opaque = (text: string): string =>
    btoa(String.fromCharCode(...new TextEncoder().encode(text)))
      .replaceAll('+', '-')
      .replaceAll('/', '_')
      .replaceAll('=', '');
  // None of these needs escaping in JSON, so the text may be replaced as it stands.
  const text = JSON.stringify(variables)
    .replaceAll('{{key}}', key)
    .replaceAll('{{run}}', run)
    .replace(/\{\{node:([^{}"\\]+)\}\}/g, (_template, parts: string) => opaque(parts));
  return JSON.parse(text) as Readonly<Record<string, unknown>>; // it was such an object before
}

/**
 * What runs in the browser, as text: tsc alone builds this project and copies no assets. It is served inline and
 * allowed by its hash, so `page` must put it between the script tags unchanged. Answers only ever meet `textContent`.
 */
export const script = String.raw`'use strict';
const { endpoint, triggers } = JSON.parse(document.getElementById('page-options').textContent);
const byId = id => document.getElementById(id);
const editors = { document: byId('document'), variables: byId('variables') };

function element(name, properties, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

/* ---- idempotency keys and variables ---- */

// randomUUID exists on https and localhost only; someone may open the page by the machine's address.
function freshKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5');
}

const freshRun = () => Array.from(crypto.getRandomValues(new Uint8Array(9)), byte => byte % 10).join('');

const fresh = () => ({ key: freshKey(), run: freshRun() });

${filled.toString()}

const isObject = value => typeof value === 'object' && value !== null && !Array.isArray(value);

function showProblem(message) {
  byId('problem').textContent = message;
  if (message) editors.variables.setAttribute('aria-invalid', 'true');
  else editors.variables.removeAttribute('aria-invalid');
}

/** The variables as typed, or undefined once the person has been told why they cannot be read. */
function typedVariables() {
  const text = editors.variables.value.trim();
  try {
    const variables = text === '' ? {} : JSON.parse(text);
    if (!isObject(variables)) throw new Error('they are not an object, { … }.');
    showProblem('');
    return variables;
  } catch (error) {
    showProblem('The variables cannot be read as JSON: ' + error.message);
    editors.variables.focus();
    return undefined;
  }
}

function fill(step) {
  editors.document.value = step.query.trim();
  editors.variables.value = JSON.stringify(step.variables, null, 2);
  showProblem('');
}

/* ---- answers ---- */

function kindOf(member) {
  if (/Unknown/.test(member)) return 'unknown';
  if (/(Error|Errors)$/.test(member)) return 'error';
  if (/Partial|Failures$/.test(member)) return 'partial';
  return 'success';
}

const chip = (text, kind) => element('span', { className: 'chip ' + kind, textContent: text });

function chipsFor(answer) {
  if (!isObject(answer)) return [chip('Not a GraphQL answer', 'unknown')];
  const members = Object.values(answer.data ?? {}).filter(value => typeof value?.__typename === 'string');
  const chips = members.map(({ __typename }) => chip(__typename, kindOf(__typename)));
  if (answer.errors?.length) chips.push(chip('GraphQL error', 'error'));
  return chips;
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const usualHeaders = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json' };

/** With the token where there is a field for one: it is read anew each time, and kept nowhere else. */
function requestHeaders() {
  const token = byId('token')?.value.trim();
  return token ? { ...usualHeaders, authorization: 'Bearer ' + token } : usualHeaders;
}

/** Sends one step and shows its answer in a place of its own, so that steps may overlap and still read in order. */
async function run(step, label) {
  const chips = element('span', { className: 'chips' }, chip('waiting…', 'waiting'));
  const measure = element('span', { className: 'measure' });
  const body = element('pre', { tabIndex: 0 });
  body.setAttribute('role', 'region');
  body.setAttribute('aria-label', 'Answer');
  const head = element('header', {}, chips, measure);
  if (label) head.prepend(element('strong', { textContent: label }));
  const request = element('details', {}, element('summary', { textContent: 'Request' }));
  request.append(element('pre', { textContent: step.query.trim() + '\n\n' + JSON.stringify(step.variables, null, 2) }));
  byId('answers').append(element('article', {}, head, body, request));

  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started) + ' ms';
  try {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: requestHeaders(),
      body: JSON.stringify({ query: step.query, variables: step.variables }),
    });
    const text = await response.text();
    const answer = parsed(text);
    measure.textContent = 'HTTP ' + response.status + ' · ' + elapsed();
    chips.replaceChildren(...chipsFor(answer));
    body.textContent = answer === undefined ? text : JSON.stringify(answer, null, 2);
  } catch (error) {
    measure.textContent = elapsed();
    chips.replaceChildren(chip('No answer', 'unknown'));
    body.textContent = error.message;
  }
  const summary = [label, ...Array.from(chips.children, each => each.textContent), measure.textContent];
  byId('announcement').textContent = summary.filter(Boolean).join(', ');
}

/** Where the columns are stacked, the answers would otherwise appear out of sight. */
function reveal() {
  if (matchMedia('(max-width: 1149px)').matches) byId('answers-title').scrollIntoView();
}

function runTyped() {
  const variables = typedVariables();
  if (!variables) return;
  byId('answers').replaceChildren();
  run({ query: editors.document.value, variables });
  reveal();
}

/* ---- triggers ---- */

/** Between steps that overlap: long enough that they arrive in order. Others wait for the answer to the one before. */
const stepGapMs = 300;

async function pull(trigger) {
  const given = fresh();
  const steps = trigger.steps.map(({ query, variables }) => ({ query, variables: filled(variables, given) }));
  if (steps.length > 0) fill(steps.at(-1));
  const told = element('p', { className: 'told' }, element('strong', { textContent: trigger.title }));
  if (trigger.note) told.append(' ', trigger.note);
  byId('answers').replaceChildren(told);
  reveal();
  for (const [index, step] of steps.entries()) {
    if (index > 0 && trigger.overlaps) await new Promise(resolve => setTimeout(resolve, stepGapMs));
    const answer = run(step, steps.length > 1 ? 'Step ' + (index + 1) + ' of ' + steps.length : '');
    if (!trigger.overlaps) await answer;
  }
}

function triggerButton(trigger) {
  const name = element('span', {}, ...trigger.member.split(/(?=[A-Z])/).flatMap(word => [element('wbr'), word]));
  const member = element('span', { className: 'member ' + kindOf(trigger.member) }, name);
  const title = element('span', { className: 'what', textContent: trigger.title });
  const button = element('button', { type: 'button', className: 'trigger', title: trigger.note ?? '' }, member, title);
  button.addEventListener('click', () => {
    document.querySelector('.trigger[aria-current]')?.removeAttribute('aria-current');
    button.setAttribute('aria-current', 'true');
    pull(trigger);
  });
  return button;
}

function listTriggers() {
  const fields = [...new Set(triggers.map(({ field }) => field))];
  const hasRoom = matchMedia('(min-width: 800px)').matches;
  for (const [index, field] of fields.entries()) {
    const own = triggers.filter(trigger => trigger.field === field);
    const count = element('span', { className: 'count', textContent: own.length });
    const name = element('span', { className: 'field', textContent: field });
    const group = element('details', { open: hasRoom && index === 0 }, element('summary', {}, name, count));
    group.append(...own.map(triggerButton));
    byId('triggers').append(group);
  }
}

/* ---- Apollo Sandbox, where it can be had ---- */

const sandboxUrl = 'https://embeddable-sandbox.cdn.apollographql.com/_latest/embeddable-sandbox.umd.production.min.js';
const patienceMs = 4000;
let sandbox = 'loading'; // 'loading' | 'loaded' | 'shown' | 'failed'
let personChose = location.hash === '#plain' || location.hash === '#apollo';

function tell(state) {
  sandbox = state;
  const pointer = byId('view-apollo').checked && triggers.length > 0 ? 'Triggers are in the plain explorer' : '';
  const words = { loading: 'Loading Apollo…', failed: 'Apollo not reachable', loaded: '', shown: pointer };
  byId('apollo-state').textContent = words[state];
  byId('apollo-loading').hidden = state !== 'loading';
  byId('apollo-failed').hidden = state !== 'failed';
}

// The frame asks this page to send its requests. A form with files sets its own content type.
function sendForSandbox(url, options) {
  const headers = new Headers(options.headers);
  if (typeof options.body === 'string' && !headers.has('content-type')) headers.set('content-type', 'application/json');
  return fetch(url, { ...options, headers });
}

/** Made when first seen, not when loaded: a person who stays with the plain explorer opens no frame. */
function openSandbox() {
  try {
    new window.EmbeddedSandbox({
      target: '#sandbox',
      initialEndpoint: location.origin + endpoint,
      initialState: { ...firstStep(), includeCookies: false },
      endpointIsEditable: false,
      hideCookieToggle: true,
      runTelemetry: false,
      allowDynamicStyles: false, // our policy forbids style attributes; the frame is sized by the style sheet
      handleRequest: sendForSandbox,
    });
    tell('shown');
  } catch {
    tell('failed');
  }
}

function show(view) {
  byId('view-' + view).checked = true;
  byId('plain').hidden = view !== 'plain';
  byId('apollo').hidden = view !== 'apollo';
  if (view === 'apollo' && sandbox === 'loaded') openSandbox();
  else tell(sandbox);
}

function loadSandbox(settle) {
  tell('loading');
  const tag = element('script', { src: sandboxUrl });
  const giveUp = () => {
    clearTimeout(patience);
    if (sandbox !== 'loading') return;
    tell('failed');
    settle();
  };
  const patience = setTimeout(giveUp, patienceMs);
  tag.addEventListener('error', giveUp);
  tag.addEventListener('load', () => {
    clearTimeout(patience);
    const isLate = sandbox === 'failed'; // then the person has settled for the plain explorer; offer, do not switch
    tell('loaded');
    if (byId('view-apollo').checked) show('apollo');
    else if (!isLate && !personChose) show('apollo');
  });
  document.head.append(tag);
}

/* ---- start ---- */

function firstStep() {
  const step = triggers[0]?.steps[0];
  if (!step) return { document: 'query {\n  __typename\n}\n', variables: {} };
  return { document: step.query, variables: filled(step.variables, fresh()) };
}

listTriggers();
const first = firstStep();
fill({ query: first.document, variables: first.variables });

byId('run').addEventListener('click', runTyped);
byId('new-key').addEventListener('click', () => {
  const variables = typedVariables();
  if (!variables) return;
  const input = { ...(isObject(variables.input) ? variables.input : {}), idempotencyKey: freshKey() };
  editors.variables.value = JSON.stringify({ ...variables, input }, null, 2);
});
byId('plain').addEventListener('keydown', event => {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  runTyped();
});
// Whoever has begun to work in the plain explorer is not torn away from it when Apollo arrives.
for (const moment of ['pointerdown', 'keydown']) byId('plain').addEventListener(moment, () => (personChose = true));
for (const choice of document.querySelectorAll('input[name=view]')) {
  choice.addEventListener('change', () => {
    personChose = true;
    history.replaceState(null, '', '#' + choice.value);
    show(choice.value);
  });
}
// Only the first failure leads to the plain explorer: whoever tries again is told where they asked.
byId('retry').addEventListener('click', () => loadSandbox(() => {}));

show(location.hash === '#apollo' ? 'apollo' : 'plain');
loadSandbox(() => show('plain'));
`;
