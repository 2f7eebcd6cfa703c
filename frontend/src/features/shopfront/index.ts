/** What a shop shows of itself: its name, categories and who sells. */
import { useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";

export function useShopFront(slug: string) {
  return useQuery({
    queryKey: ["shop", "front", slug],
    queryFn: () => call(api.GET("/api/v1/shop/{shop}", { params: { path: { shop: slug } } })),
    staleTime: 60_000,
  });
}

export function useShops() {
  return useQuery({ queryKey: ["shop", "list"], queryFn: () => call(api.GET("/api/v1/shops")) });
}
