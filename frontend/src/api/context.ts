/** The language in which the server is to answer. */

let locale = "ko";

export const callLocale = (): string => locale;
export function setCallLocale(next: string): void {
  locale = next;
}
