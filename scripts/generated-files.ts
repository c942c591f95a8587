import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { printedSchema, schemaOf } from '../src/api/schema.js';
import { gatewaySettings } from '../src/config.js';
import { lowerCaseProviders, permissions } from '../src/core/principal.js';
import { providerTitles, type WalletProvider } from '../src/core/provider.js';
import { providers } from '../src/providers/index.js';
import { outcomes } from '../src/simulators/outcomes.js';
import { mainIds, triggers } from '../src/triggers/index.js';
import { providersPage } from './providers-page.js';

/** Everything in the repository that is printed from the code, by path. */
export function generatedFiles(): Readonly<Record<string, string>> {
  return {
    'schema/schema.graphql': printedSchema(schemaOf(providers)),
    '.env.example': environmentExample(),
    'docs/providers.md': providersPage(providers),
    'docs/sandbox.md': sandboxPage(),
    'docs/callers.md': callersWithPermissions(readFileSync('docs/callers.md', 'utf8')),
    'README.md': readmeWithSettings(readFileSync('README.md', 'utf8')),
  };
}

interface Setting {
  readonly name: string;
  readonly usual: string;
  readonly description: string;
}

function settingsOf(shape: z.ZodObject): Setting[] {
  return Object.entries(shape.shape).map(([name, rule]: [string, z.ZodType]) => {
    const outcome = rule.safeParse(undefined);
    const usual = outcome.success && outcome.data !== undefined ? String(outcome.data) : '';
    return { name, usual, description: rule.description ?? '' };
  });
}

const groups = [
  { title: 'The gateway', settings: settingsOf(gatewaySettings) },
  ...providers.map(({ name, settings }) => ({ title: providerTitles[name], settings: settingsOf(settings) })),
];

function environmentExample(): string {
  const paragraphs = groups.map(({ title, settings }) => {
    const lines = settings.map(({ name, usual, description }) => `# ${description}\n# ${name}=${usual}\n`);
    return `# ── ${title} ──\n\n${lines.join('\n')}`;
  });
  return `# Copy to .env and uncomment what you need. A variable in the environment wins over one in the file.\n\n${paragraphs.join('\n')}`;
}

function readmeWithSettings(readme: string): string {
  const rows = groups.flatMap(({ title, settings }) => [
    `| **${title}** | | |`,
    ...settings.map(
      ({ name, usual, description }) => `| \`${name}\` | ${usual === '' ? '' : `\`${usual}\``} | ${description} |`,
    ),
  ]);
  const table = ['| setting | default | |', '|---|---|---|', ...rows].join('\n');
  return withTable(readme, 'settings', table);
}

function callersWithPermissions(page: string): string {
  const rows = Object.entries(permissions).map(([name, does]) => `| \`${name}\` | ${does} |`);
  const names = new Intl.ListFormat('en-GB').format(lowerCaseProviders.map(name => `\`${name}\``));
  const atOne = `Each holds at every provider; followed by a provider's name it holds at that one alone: \`wallets:create:moov\`.\nThe names are ${names}.`;
  return withTable(page, 'permissions', ['| permission | |', '|---|---|', ...rows, '', atOne].join('\n'));
}

/** Puts a table between the marks of that name. */
function withTable(page: string, name: string, table: string): string {
  const begin = `<!-- ${name}: printed by \`npm run generate\` -->`;
  const end = `<!-- end of ${name} -->`;
  const [before, rest = ''] = page.split(begin);
  const [, after = ''] = rest.split(end);
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}

function sandboxPage(): string {
  const codes = outcomes.map(({ code, does }) => `| \`…${code}\` | ${does} |`);
  const fields = [...new Set(triggers.map(({ field }) => field))];
  const sections = fields.map(field => {
    const rows = triggers
      .filter(trigger => trigger.field === field)
      .map(({ member, title, note }) => `| \`${member}\` | ${title}${note === undefined ? '' : `. ${note}`} |`);
    const example = triggers.find(trigger => trigger.field === field);
    const variables = JSON.stringify(example?.steps[0]?.variables, null, 2);
    return `## ${field}\n\n| to see | do this |\n|---|---|\n${rows.join('\n')}\n\nVariables of the first:\n\n\`\`\`json\n${variables}\n\`\`\``;
  });
  const mainIdList = Object.entries(mainIds)
    .map(([name, id]) => `\`${id}\` at ${providerTitles[name as WalletProvider]}`)
    .join(', ');
  return `# The sandbox: every outcome by hand

Printed from \`src/triggers\` and \`src/simulators/outcomes.ts\` by \`npm run generate\`.

\`npm start\` runs five provider simulators, and the gateway in front of them. **The last three digits of the main id are
the outcome.** Of a mutation that makes something, the main id is ${mainIdList}.

Of a mutation that changes a wallet it is the provider's id of that wallet, where it is a *sample's*: a UUID that begins
with \`5a000000-0000-4000-8000-\` (Juspay: \`wlt_smpl\`, or \`wlt_lnkd\` for one that is linked, and twelve digits; Equals
Money: an account \`F5a\` and twelve digits has one token). Samples are there without having been made; one that ends in 404
is not. An outcome that is unknown (500, 502, 504) happens to the first change of a wallet only, so that it can be healed.
Of samples, 207 and 208 are states: at PingOne paired, and expired; at Equals Money requested, and terminated; at Moov with
money in it, and the default wallet. A change that is answered as 299 has it may be unknown.

| ending | the provider |
|---|---|
| anything else | Succeeds. |
${codes.join('\n')}

The page at http://localhost:4000 has a button for each row of the tables further down; the other endings are reached by
typing the id. \`{{key}}\` stands for an idempotency key, a fresh one for each click, \`{{run}}\` for nine digits, likewise,
and \`{{node:Type/part/part}}\` for a global id, which is that text in base64url.

Two outcomes are about keys, not about ids: send the same key with another input, or send it again while the first
request still runs (\`…102\` takes eight seconds).

${sections.join('\n\n')}

## Your own client against the simulators

\`npm run --silent simulators\` starts the five alone, and prints every URL and credential as lines for a \`.env\` file.
Any client of these providers can be pointed at them; their official ones too. With those lines, \`PROVIDERS=live\`, a
\`STORE_KEY\` and a second terminal, the gateway speaks to them as it does to the real providers.
`;
}
