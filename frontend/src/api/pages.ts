/** Reading a list as a whole, where a screen needs all of it: a tree, or choices. */

interface Page<Row> {
  items: Row[];
  next?: string | undefined;
}

/** Longer lists belong on pages of a screen. */
const MOST_PAGES = 50;

/** Follows the cursors to the end; stops where a server would send it round in circles. */
export async function everyPage<Row>(read: (cursor: string | undefined) => Promise<Page<Row>>): Promise<{ items: Row[] }> {
  const items: Row[] = [];
  const seen = new Set<string | undefined>();
  let cursor: string | undefined;
  while (!seen.has(cursor) && seen.size < MOST_PAGES) {
    seen.add(cursor);
    const page = await read(cursor);
    items.push(...page.items);
    if (page.next === undefined) break;
    cursor = page.next;
  }
  return { items };
}
