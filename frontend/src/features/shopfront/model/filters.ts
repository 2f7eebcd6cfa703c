/**
 * How the products of a shop are narrowed and sorted, as it stands in the address and as the API is asked.
 * Owns which words of the address count; an address that says something else is read as saying nothing.
 */

export const SORTS = ["new", "popular", "price", "-price"] as const;
export type Sort = (typeof SORTS)[number];

export interface ProductFilters {
  q: string | undefined;
  category: string | undefined;
  /** In minor units, as in the API. */
  minPrice: number | undefined;
  maxPrice: number | undefined;
  inStock: boolean;
}

const amount = (value: string | undefined): number | undefined => {
  if (value === undefined || !/^\d{1,12}$/.test(value)) return undefined;
  return Number(value);
};

export function readFilters(filters: Readonly<Record<string, string>>): ProductFilters {
  const q = filters.q?.trim();
  return {
    q: q === "" ? undefined : q,
    category: filters.category,
    minPrice: amount(filters.min_price),
    maxPrice: amount(filters.max_price),
    inStock: filters.in_stock === "true",
  };
}

export const readSort = (sort: string | undefined): Sort | undefined => SORTS.find((each) => each === sort);

/** What the API is asked. A lowest price above the highest is taken the other way round. */
export function productQuery(
  filters: ProductFilters,
  sort: Sort,
  paging: { limit: number; cursor: string | undefined },
): Record<string, string | number> {
  const query: Record<string, string | number> = { sort, limit: paging.limit };
  if (filters.q !== undefined) query.q = filters.q;
  if (filters.category !== undefined) query.category = filters.category;
  const [low, high] =
    filters.minPrice !== undefined && filters.maxPrice !== undefined && filters.minPrice > filters.maxPrice
      ? [filters.maxPrice, filters.minPrice]
      : [filters.minPrice, filters.maxPrice];
  if (low !== undefined) query.min_price = low;
  if (high !== undefined) query.max_price = high;
  if (filters.inStock) query.in_stock = "true";
  if (paging.cursor !== undefined) query.cursor = paging.cursor;
  return query;
}

/** The filters that are set and may be taken off one by one; the category has its own navigation. */
export function narrowing(filters: ProductFilters): ("price" | "in_stock")[] {
  const set: ("price" | "in_stock")[] = [];
  if (filters.minPrice !== undefined || filters.maxPrice !== undefined) set.push("price");
  if (filters.inStock) set.push("in_stock");
  return set;
}
