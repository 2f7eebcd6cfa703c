/** Secrets of links in mails stand behind the `#` of an address: browsers send that part to nobody. */
export function tokenIn(hash: string): string | undefined {
  const token = new URLSearchParams(hash.replace(/^#/, "")).get("token");
  return token === null || token === "" ? undefined : token;
}
