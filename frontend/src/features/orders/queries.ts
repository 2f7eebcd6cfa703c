/** An order as its buyer sees it, and what its buyer may do about it. The order's token opens it, or the buyer's account. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { useSession } from "@/api/session";
import { useWrite } from "@/api/write";

export interface OrderKey {
  shop: string;
  id: string;
  token: string | undefined;
}

const opened = (token: string | undefined): Record<string, string> => (token === undefined ? {} : { "Madang-Order": token });
const key = ({ shop, id }: OrderKey) => ["order", shop, id] as const;

/** While the provider has not said what became of the payment, the order is asked for again and again. */
const CHECKING_MS = 3000;
/** The live stream of an order is opened by its token; an account on another device looks again now and then. */
const WITHOUT_STREAM_MS = 20_000;

export function useOrder(order: OrderKey) {
  const starting = useSession().status === "starting";
  return useQuery({
    queryKey: key(order),
    queryFn: () =>
      call(
        api.GET("/api/v1/shop/{shop}/orders/{id}", {
          params: { path: { shop: order.shop, id: order.id } },
          headers: opened(order.token),
        }),
      ),
    enabled: order.token !== undefined || !starting,
    refetchInterval: ({ state }) =>
      state.data?.state === "pending_payment" && ["pending", "captured"].includes(state.data.payment?.state ?? "")
        ? CHECKING_MS
        : order.token === undefined && WITHOUT_STREAM_MS,
  });
}

/** Whatever became of it, the order is read again: a refusal usually means that somebody was quicker. */
function useTradeWrite<Input>(
  order: OrderKey,
  write: (input: Input, headers: Record<string, string>) => Promise<unknown>,
  done?: () => void,
) {
  const queries = useQueryClient();
  return useWrite((input: Input, { headers }) => write(input, { ...headers, ...opened(order.token) }), {
    invalidates: [key(order)],
    onSuccess: done,
    onProblem: () => void queries.invalidateQueries({ queryKey: key(order) }),
  });
}

const path = (order: OrderKey, trade: string) => ({ path: { shop: order.shop, id: trade } });

export const useConfirmPurchase = (order: OrderKey, done?: () => void) =>
  useTradeWrite(
    order,
    (trade: string, headers) =>
      call(api.POST("/api/v1/shop/{shop}/trades/{id}/purchase-confirmation", { params: path(order, trade), body: {}, headers })),
    done,
  );

export const useMarkArrived = (order: OrderKey, done?: () => void) =>
  useTradeWrite(
    order,
    (trade: string, headers) =>
      call(api.POST("/api/v1/shop/{shop}/trades/{id}/arrival", { params: path(order, trade), body: {}, headers })),
    done,
  );

export interface Cancellation {
  trade: string;
  /** Left out for everything that is still open. */
  lines: string[] | undefined;
  reason: string;
}

export const useCancelLines = (order: OrderKey, done?: () => void) =>
  useTradeWrite(
    order,
    ({ trade, lines, reason }: Cancellation, headers) =>
      call(
        api.POST("/api/v1/shop/{shop}/trades/{id}/cancellation", {
          params: path(order, trade),
          body: lines === undefined ? { reason } : { line_ids: lines, reason },
          headers,
        }),
      ),
    done,
  );
