/** Names and texts that the server has in both languages: the reader's one, else the one there is. */
import { useCallback } from "react";
import { useLocale } from "./provider";

type Text = string | null | undefined;

export function pick(locale: string, korean: Text, english: Text): string {
  const [first, second] = locale === "en" ? [english, korean] : [korean, english];
  return (first ?? "") === "" ? (second ?? "") : (first ?? "");
}

/** `const say = usePick(); say(product.title, product.title_en)` */
export function usePick(): (korean: Text, english: Text) => string {
  const { locale } = useLocale();
  return useCallback((korean, english) => pick(locale, korean, english), [locale]);
}
