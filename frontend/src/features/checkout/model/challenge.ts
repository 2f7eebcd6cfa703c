/** Where a buyer was sent to prove who they are, in case they come back without having done so. */
import { forget, keep, kept } from "@/lib/kept";

const name = (order: string) => `challenge.${order}`;

export const rememberChallenge = (order: string, url: string): void => keep(name(order), url, "session");
export const forgetChallenge = (order: string): void => forget(name(order), "session");

export function openChallenge(order: string): string | undefined {
  const url = kept(name(order), "session");
  return typeof url === "string" ? safeUrl(url) : undefined;
}

/** An address on the web, relative ones on this host; never a script. */
export function safeUrl(text: string): string | undefined {
  try {
    const url = new URL(text, location.origin);
    return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
  } catch {
    return undefined;
  }
}
