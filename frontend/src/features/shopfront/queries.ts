/** Reads of what a shop shows. Prices and stock may move, so they are read again before long. */
import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { firstAnswer, firstAnswersAt } from "@/api/first-answers";

const frontQuery = (slug: string) =>
  queryOptions({
    queryKey: ["shop", "front", slug],
    queryFn: () => call(api.GET("/api/v1/shop/{shop}", { params: { path: { shop: slug } } })),
    initialData: () => firstAnswer("shop", (shop) => shop.slug === slug),
    initialDataUpdatedAt: firstAnswersAt,
    staleTime: 60_000,
  });

export const useShopFront = (slug: string) => useQuery(frontQuery(slug));

export function useShops() {
  return useQuery({
    queryKey: ["shop", "list"],
    queryFn: () => call(api.GET("/api/v1/shops", { params: { query: { limit: 24 } } })),
    staleTime: 60_000,
  });
}

export function useProducts(slug: string, query: Readonly<Record<string, string | number>>) {
  return useQuery({
    queryKey: ["shop", "products", slug, query],
    queryFn: () =>
      call(api.GET("/api/v1/shop/{shop}/products", { params: { path: { shop: slug }, query: query as never } })),
    placeholderData: keepPreviousData,
  });
}

/** Without a product it asks nothing: a frame may begin reading before its page is here. */
export function useProduct(shop: string, slug: string | undefined) {
  return useQuery({
    queryKey: ["shop", "product", shop, slug],
    queryFn: () =>
      call(api.GET("/api/v1/shop/{shop}/products/{slug}", { params: { path: { shop, slug: slug ?? "" } } })),
    initialData: () => firstAnswer("product", (product) => product.slug === slug, (of) => of.slug === shop),
    initialDataUpdatedAt: firstAnswersAt,
    enabled: slug !== undefined,
  });
}
