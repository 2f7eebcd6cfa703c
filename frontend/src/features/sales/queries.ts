/** What was sold in the own shop, and to whom. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import type { Schemas } from "@/api/types";

export type OrderRow = Schemas["OrderRow"];
export type CompanyOrder = Schemas["BuyerOrder"];
export type Customer = Schemas["Customer"];

type Query = Record<string, string | number>;

export function useOrders(query: Query) {
  return useQuery({
    queryKey: ["order", "list", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/orders", { params: { query: query as never } })),
  });
}

export function useOrder(id: string) {
  return useQuery({
    queryKey: ["order", "one", id],
    queryFn: () => call(api.GET("/api/v1/company/orders/{id}", { params: { path: { id } } })),
  });
}

export function useCustomers(query: Query) {
  return useQuery({
    queryKey: ["order", "customers", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/customers", { params: { query: query as never } })),
  });
}

export function useCustomer(id: string) {
  return useQuery({
    queryKey: ["order", "customer", id],
    queryFn: () => call(api.GET("/api/v1/company/customers/{id}", { params: { path: { id } } })),
  });
}
