/** The key of a guest's cart, one per shop. It opens a cart and nothing else. */
import { keep, kept } from "@/lib/kept";

const name = (shop: string) => `cart.${shop}`;

export function cartToken(shop: string): string | undefined {
  const token = kept(name(shop));
  return typeof token === "string" && token !== "" ? token : undefined;
}

export function rememberCart(shop: string, token: string | null | undefined): void {
  if (token !== undefined && token !== null && token !== "") keep(name(shop), token);
}

export function cartHeaders(shop: string): Record<string, string> {
  const token = cartToken(shop);
  return token === undefined ? {} : { "Madang-Cart": token };
}
