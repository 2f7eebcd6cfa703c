/** The cart of a shop: read, and changed line by line. Each change answers the whole cart with its new totals. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { useSession } from "@/api/session";
import { useWrite } from "@/api/write";
import type { Cart } from "./model";
import { cartHeaders, cartToken, rememberCart } from "./token";

const key = (shop: string) => ["cart", shop] as const;

/** A visitor who has put nothing in has no cart to ask for. */
export function useCart(shop: string, open = true) {
  const status = useSession().status;
  const mayHaveOne = cartToken(shop) !== undefined || status === "signed-in";
  return useQuery({
    queryKey: key(shop),
    queryFn: async () => {
      const cart = await call(
        api.GET("/api/v1/shop/{shop}/cart", { params: { path: { shop } }, headers: cartHeaders(shop) }),
      );
      rememberCart(shop, cart.token);
      return cart;
    },
    enabled: open && status !== "starting" && mayHaveOne,
  });
}

export interface PutLine {
  variant: string;
  quantity: number;
}

export function usePutLine(shop: string, onSuccess?: (cart: Cart) => void) {
  const queries = useQueryClient();
  return useWrite(
    ({ variant, quantity }: PutLine, { headers }) =>
      call(
        api.PUT("/api/v1/shop/{shop}/cart/lines/{variant}", {
          params: { path: { shop, variant } },
          body: { quantity },
          headers: { ...headers, ...cartHeaders(shop) },
        }),
      ),
    {
      onSuccess: (cart) => {
        rememberCart(shop, cart.token);
        queries.setQueryData(key(shop), cart);
        onSuccess?.(cart);
      },
    },
  );
}

/** After an order the cart is another one. */
export function useForgetCart(shop: string): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: key(shop) });
}
