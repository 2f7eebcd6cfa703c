/** Categories lie in a tree; a list shows them in its order, each after the one above it. */

interface Node {
  id: string;
  parent_id?: string | undefined;
  position?: number | undefined;
  name: string;
}

export type Placed<Category> = Category & { depth: number };

/** A category whose parent is not there stands at the top; a ring of parents is cut where it would close. */
export function asTree<Category extends Node>(categories: readonly Category[]): Placed<Category>[] {
  const known = new Set(categories.map(({ id }) => id));
  const placed: Placed<Category>[] = [];
  const seen = new Set<string>();
  const order = (a: Category, b: Category) => (a.position ?? 0) - (b.position ?? 0) || a.name.localeCompare(b.name, "ko");
  const place = (parent: string | undefined, depth: number) => {
    const children = categories.filter((each) =>
      parent === undefined ? each.parent_id === undefined || !known.has(each.parent_id) : each.parent_id === parent,
    );
    for (const child of children.toSorted(order)) {
      if (seen.has(child.id)) continue;
      seen.add(child.id);
      placed.push({ ...child, depth });
      place(child.id, depth + 1);
    }
  };
  place(undefined, 0);
  for (const each of categories) {
    if (seen.has(each.id)) continue;
    seen.add(each.id);
    placed.push({ ...each, depth: 0 });
    place(each.id, 1);
  }
  return placed;
}

/** Everything below a category, itself included: none of it can become its parent. */
export function below(categories: readonly Node[], id: string): Set<string> {
  const found = new Set([id]);
  let size = 0;
  while (found.size !== size) {
    size = found.size;
    for (const each of categories) if (each.parent_id !== undefined && found.has(each.parent_id)) found.add(each.id);
  }
  return found;
}
