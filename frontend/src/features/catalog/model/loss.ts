/** Whether a product loses money with each sale, the platform's fee counted. */

interface Sold {
  contract: string;
  loss: boolean;
  variants: readonly { status: string; margin_after_fee?: { minor: number } | undefined }[];
}

/** An own item has no supply price to pay; a variant that ended is not sold. */
export const losesMoney = ({ contract, loss, variants }: Sold): boolean =>
  contract !== "own" && (loss || variants.some(({ status, margin_after_fee }) => status !== "ended" && (margin_after_fee?.minor ?? 0) < 0));
