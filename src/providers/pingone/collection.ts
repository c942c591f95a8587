import { z } from 'zod';
import { read, unreadable, type Answer } from '../../upstream/answers.js';

/** A list of such items under that name, in PingOne's own way (HAL). */
export function collection<Item extends z.ZodType>(name: string, item: Item) {
  const page = z
    .object({
      _embedded: z.object({ [name]: z.array(item).nullish() }).nullish(),
      size: z.unknown().optional(),
      // A link to more that cannot be read makes the list unreadable: what is on it is not all there is.
      _links: z.object({ next: z.object({ href: z.string() }).nullish() }).nullish(),
    })
    // An owner of nothing may have no member for it. Any other object without one is no list.
    .refine(({ _embedded, size }) => _embedded?.[name] != null || size === 0);
  return { name, page };
}

/** What is on a page, and how to ask for the next. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** A query, from a link that is never followed itself: addresses come from the settings alone. */
  readonly next: Readonly<Record<string, string>> | null;
}

export function pageFrom<Item extends z.ZodType>(
  answer: Answer,
  { name, page }: ReturnType<typeof collection<Item>>,
): Page<z.output<Item>> {
  const { _embedded, _links } = read(page, answer);
  return { items: _embedded?.[name] ?? [], next: _links?.next == null ? null : queryOf(_links.next.href, answer) };
}

/** HAL lets a link be relative. */
function queryOf(href: string, answer: Answer): Readonly<Record<string, string>> {
  const next = URL.parse(href, 'https://relative.invalid');
  if (next === null) throw unreadable(answer);
  return Object.fromEntries(next.searchParams);
}
