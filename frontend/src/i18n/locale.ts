/** Which language the screens speak: the person's choice, else the browser's. The choice is no part of the address. */

export const LOCALES = ["ko", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** public/boot.js reads the same key before the first paint. */
const KEY = "madang.locale";

const isLocale = (value: unknown): value is Locale => LOCALES.includes(value as Locale);

export function chosenLocale(): Locale {
  try {
    const stored = localStorage.getItem(KEY);
    if (isLocale(stored)) return stored;
  } catch {
    // Without storage the browser's language decides.
  }
  for (const language of navigator.languages) {
    const base = language.slice(0, 2);
    if (isLocale(base)) return base;
  }
  return "ko";
}

export function rememberLocale(locale: Locale): void {
  try {
    localStorage.setItem(KEY, locale);
  } catch {
    // Then the choice lasts until the page is left.
  }
}
