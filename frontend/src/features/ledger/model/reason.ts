/** Why money moved, as the journal records it in stable words: "payment held in escrow", "reserved: seller". */

export interface ReasonWords {
  plain: Readonly<Record<string, string>>;
  reserved: (share: string) => string;
  released: (share: string) => string;
  shares: Readonly<Record<string, string>>;
}

/** A reason that this version does not know is shown as it stands in the journal. */
export function reasonText(reason: string, words: ReasonWords): string {
  const [act, share] = reason.split(": ");
  if (share !== undefined && (act === "reserved" || act === "released")) return words[act](words.shares[share] ?? share);
  return words.plain[reason] ?? reason;
}
