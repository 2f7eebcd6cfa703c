/**
 * The words on the screen, in the chosen language.
 *
 *     const t = useT("common");
 *     <Button>{t.act.save}</Button>
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import { setCallLocale } from "@/api/context";
import type { Problem } from "@/api/problem";
import { type Dictionaries, type Face, loadDictionaries, loadErrors } from "./dictionaries";
import { type Locale, rememberLocale } from "./locale";

interface Words {
  locale: Locale;
  setLocale: (locale: Locale) => void;
  dictionaries: Partial<Dictionaries>;
  /** Brings the words for errors, where the face has not loaded them from the start. */
  needErrors: () => void;
}

const WordsContext = createContext<Words | undefined>(undefined);

interface WordsProviderProps {
  face: Face;
  locale: Locale;
  dictionaries: Partial<Dictionaries>;
  children: ReactNode;
}

/** Starts with dictionaries already loaded, so that nothing flashes; a switch keeps the old words until the new are here. */
export function WordsProvider({ face, locale, dictionaries, children }: WordsProviderProps) {
  const [current, setCurrent] = useState({ locale, dictionaries });

  const setLocale = useCallback(
    (next: Locale) => {
      rememberLocale(next);
      void loadDictionaries(next, face).then((loaded) => setCurrent({ locale: next, dictionaries: loaded }));
    },
    [face],
  );

  useEffect(() => {
    document.documentElement.lang = current.locale;
    setCallLocale(current.locale);
  }, [current.locale]);

  const needErrors = useCallback(() => {
    const { locale: wanted, dictionaries: have } = current;
    if (have.errors !== undefined) return;
    // Without a connection they cannot come; what is said then lies in the words that are here.
    const late = (errors: Pick<Dictionaries, "errors" | "reasons">) =>
      setCurrent((now) => (now.locale === wanted ? { ...now, dictionaries: { ...now.dictionaries, ...errors } } : now));
    loadErrors(wanted).then(late, () => undefined);
  }, [current]);

  const words = useMemo(() => ({ ...current, setLocale, needErrors }), [current, setLocale, needErrors]);
  return <WordsContext value={words}>{children}</WordsContext>;
}

function useWords(): Words {
  const words = useContext(WordsContext);
  if (words === undefined) throw new Error("There is no WordsProvider above.");
  return words;
}

export function useT<Name extends keyof Dictionaries>(name: Name): Dictionaries[Name] {
  const dictionary = useWords().dictionaries[name];
  if (dictionary === undefined) throw new Error(`This face does not load the words of "${name}".`);
  return dictionary;
}

export function useLocale(): { locale: Locale; setLocale: (locale: Locale) => void } {
  const { locale, setLocale } = useWords();
  return { locale, setLocale };
}

function useErrors(): Partial<Dictionaries> {
  const { dictionaries, needErrors } = useWords();
  useEffect(needErrors, [needErrors]);
  return dictionaries;
}

/**
 * Says a problem in the reader's language; a code that this version does not know is said in the server's words.
 * Use it where a problem is shown, for the words come with it.
 */
export function useProblemText(): (problem: Problem) => string {
  const errors: Partial<Record<string, string>> | undefined = useErrors().errors;
  const { state } = useT("common");
  return useCallback(
    (problem) => {
      if (errors === undefined) return problem.isNetwork ? state.unreachable : (problem.title ?? state.unexpected);
      return errors[problem.code] ?? problem.title ?? state.unexpected;
    },
    [errors, state],
  );
}

/** Says what is wrong with one field. */
export function useReasonText(): (reason: string) => string {
  const reasons: Partial<Record<string, string>> | undefined = useErrors().reasons;
  const { state } = useT("common");
  return useCallback((reason) => reasons?.[reason] ?? reasons?.other ?? state.unexpected, [reasons, state]);
}
