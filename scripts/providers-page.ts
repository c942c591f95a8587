import type { Provider } from '../src/core/provider-port.js';
import { ProviderCapability } from '../src/core/offers.js';
import { providerTitles, type WalletProvider } from '../src/core/provider.js';

/** The text of docs/providers.md, from what each provider's `index.ts` offers. */
export function providersPage(providers: readonly Provider[]): string {
  const capabilities = Object.values(ProviderCapability);
  const rows = providers.map(({ name, offers }) => {
    const marks = capabilities.map(capability => (offers.capabilities.includes(capability) ? '✓' : ''));
    return `| [${providerTitles[name]}](#${anchorOf(name)}) | ${marks.join(' | ')} | \`${offers.idempotency}\` |`;
  });
  return `# The providers

Printed from \`offers\` in each \`src/providers/<name>/index.ts\` by \`npm run generate\`. The query \`providers\` answers the same
at run time, with whether each one is configured here and how it has been in the last five minutes:

\`\`\`graphql
{ providers { provider configured capabilities idempotency limits { name maximum } health { circuit p50Milliseconds p99Milliseconds lastErrorCode lastErrorAt } } }
\`\`\`

## What can be done

A capability is what this gateway can do with the provider, not what the provider's API has.

| provider | ${capabilities.join(' | ')} | idempotency |
|---|${capabilities.map(() => '---|').join('')}---|
${rows.join('\n')}

How the promise to clients holds in spite of the differences: [One key, one wallet](idempotency.md).

${providers.map(sectionOf).join('\n\n')}
`;
}

function sectionOf({ name, offers, settings, credentials }: Provider): string {
  const { limits, words } = offers;
  const limitRows = limits.map(limit => `| ${limit.name} | ${limit.maximum} |`);
  const limitTable =
    limits.length === 0
      ? 'Limits: none is known to be published.'
      : `| limit | maximum |\n|---|---|\n${limitRows.join('\n')}`;
  const rules = Object.entries(settings.shape);
  const needed = credentials.map(
    setting => `- \`${setting}\`: ${rules.find(([rule]) => rule === setting)?.[1].description ?? ''}`,
  );
  return `## ${providerTitles[name]}

**Not twice:** ${words.onlyOnce}

**Listed by:** ${words.listing}

**What must exist first**

${words.needs.map(need => `- ${need}`).join('\n')}

**Settings that it needs** (the others have defaults, or may be left out: [README](../README.md#real-providers))

${needed.join('\n')}

${limitTable}`;
}

/** As GitHub makes it of the section's heading. */
function anchorOf(name: WalletProvider): string {
  return providerTitles[name].toLowerCase().replaceAll(' ', '-');
}
