/** Placing an order and paying for it. Two calls: the goods are reserved first, so that nobody pays for what is gone. */
import { useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";

/** Which way of paying this installation has. It does not change while a page is open. */
export function useMeta() {
  return useQuery({ queryKey: ["meta"], queryFn: () => call(api.GET("/api/v1/meta")), staleTime: Number.POSITIVE_INFINITY });
}

export interface Placement {
  order: Schemas["PlaceOrder"];
  /** The cart's key, for a guest. */
  cart: Record<string, string>;
}

export function usePlaceOrder(shop: string) {
  return useWrite(({ order, cart }: Placement, { headers }) =>
    call(
      api.POST("/api/v1/shop/{shop}/orders", {
        params: { path: { shop } },
        body: order,
        headers: { ...headers, ...cart },
      }),
    ),
  );
}

export interface Instrument {
  card?: { card_number: string; expiry: string; cvc: string };
  payment_method?: string;
}

export interface PaymentAttempt {
  order: string;
  token: string | undefined;
  instrument: Instrument;
}

export function usePay(shop: string) {
  return useWrite(({ order, token, instrument }: PaymentAttempt, { headers }) =>
    call(
      api.POST("/api/v1/shop/{shop}/orders/{id}/payment", {
        params: { path: { shop, id: order } },
        body: instrument,
        headers: { ...headers, ...(token === undefined ? {} : { "Madang-Order": token }) },
      }),
    ),
  );
}

/** What is asked of the buyer on the sandbox's page, and whether it still is. */
export function useChallenge(ref: string) {
  return useQuery({
    queryKey: ["challenge", ref],
    queryFn: () => call(api.GET("/api/v1/sandbox/challenges/{ref}", { params: { path: { ref } } })),
    retry: false,
  });
}

export function useAnswerChallenge() {
  return useWrite(({ ref, outcome }: { ref: string; outcome: "approve" | "refuse" }, { headers }) =>
    call(api.POST("/api/v1/sandbox/challenges/{ref}", { params: { path: { ref } }, body: { outcome }, headers })),
  );
}
