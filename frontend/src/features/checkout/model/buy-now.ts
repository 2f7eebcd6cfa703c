/** "Buy now" as it stands in the address of the checkout: one variant of one product, and how many. */

export interface BuyNow {
  product: string;
  variant: string;
  quantity: number;
}

export function readBuyNow(search: Readonly<Record<string, unknown>>): BuyNow | undefined {
  const { product, variant, quantity } = search;
  if (typeof product !== "string" || typeof variant !== "string" || typeof quantity !== "string") return undefined;
  if (product === "" || variant === "" || !/^[1-9]\d{0,2}$/.test(quantity)) return undefined;
  return { product, variant, quantity: Number(quantity) };
}

export const writeBuyNow = ({ product, variant, quantity }: BuyNow): Record<string, string> => ({
  product,
  variant,
  quantity: String(quantity),
});
