import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { broughtBy, lockfileFrom, productionPackages } from './production-packages.js';

/**
 * Run by hand when the lockfile changes: prints the table of packages that others bring along, for docs/dependencies.md.
 * A person reads the lines that are new before they go there.
 */

const person = z.union([z.string(), z.object({ name: z.string() }).transform(({ name }) => name)]).catch('');
const manifest = z.object({
  author: person,
  maintainers: z.array(person).catch([]),
  contributors: z.array(person).catch([]),
  repository: z.union([z.string(), z.object({ url: z.string() }).transform(({ url }) => url)]).catch(''),
});

function keeperOf(place: string): string {
  const { author, maintainers, contributors, repository } = manifest.parse(
    JSON.parse(readFileSync(`${place}/package.json`, 'utf8')),
  );
  const people = author === '' ? [...maintainers, ...contributors].slice(0, 2) : [author];
  const owner = /(?:github\.com[/:]|^github:|^)(?<owner>[\w.-]+)\/[\w.-]+$/.exec(repository)?.groups?.owner;
  const named = people.map(text => text.replace(/[<(].*/, '').trim());
  return [named.join(', '), owner === undefined ? '' : `github.com/${owner}`].filter(text => text !== '').join('; ');
}

const lock = lockfileFrom(readFileSync('package-lock.json', 'utf8'));
const direct = Object.keys(lock.packages['']?.dependencies ?? {});
const bringers = broughtBy(lock);
const byName = new Map(productionPackages(lock).map(({ name, place }) => [name, place]));
const rows = [...byName]
  .filter(([name]) => !direct.includes(name))
  .toSorted(([one], [other]) => (one < other ? -1 : 1))
  .map(([name, place]) => {
    const by = [...(bringers.get(name) ?? [])].map(bringer => `\`${bringer}\``).join(', ');
    return `| \`${name}\` | ${by} | ${keeperOf(place)} |`;
  });
process.stdout.write(`${rows.join('\n')}\n`);
