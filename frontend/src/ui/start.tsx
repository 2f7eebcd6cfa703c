/** Starts a face, whose main module has imported its styles before: language, session and router first, then one render, so that nothing flashes. */
import "./tokens.css";
import { localStorageColorSchemeManager, MantineProvider } from "@mantine/core";
import { QueryClientProvider } from "@tanstack/react-query";
import { type AnyRouter, RouterProvider } from "@tanstack/react-router";
import { lazy, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { setCallLocale } from "@/api/context";
import { createQueries } from "@/api/queries";
import { startSession } from "@/api/session";
import { type Face, loadDictionaries } from "@/i18n/dictionaries";
import { chosenLocale } from "@/i18n/locale";
import { WordsProvider } from "@/i18n/provider";
import { type FontUse, startFonts } from "./fonts";
import { shareNonce, styleNonce } from "./nonce";
import { useNotesAsked } from "./notify";
import { cssVariables, theme } from "./theme";

// Nobody is told anything before they have done something, so the place of the notes comes with the first note.
const Notices = lazy(() => import("./notices"));

function Notes() {
  return useNotesAsked() ? (
    <Suspense>
      <Notices />
    </Suspense>
  ) : null;
}

const schemes = localStorageColorSchemeManager({ key: "madang.scheme" });

interface Start {
  face: Face;
  router: AnyRouter;
  /** Whether the face is of use without an account; if not, the session is asked for even without a sign of one. */
  needsAccount: boolean;
  fonts: FontUse;
}

export async function startFace({ face, router, needsAccount, fonts }: Start): Promise<void> {
  shareNonce();
  const locale = chosenLocale();
  setCallLocale(locale);
  const session = startSession({ always: needsAccount });
  const dictionaries = await loadDictionaries(locale, face);
  // A shop shows itself at once and learns who is there meanwhile.
  if (needsAccount) await session;

  const root = document.getElementById("root");
  if (root === null) throw new Error("The page has no root.");
  // What the server shows already must not give way to an empty page: its own page is fetched first.
  if (root.hasChildNodes()) await router.load().catch(() => undefined);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={schemes}
        defaultColorScheme="light"
        getStyleNonce={styleNonce}
      >
        <WordsProvider face={face} locale={locale} dictionaries={dictionaries}>
          <QueryClientProvider client={createQueries()}>
            <RouterProvider router={router} />
            <Notes />
          </QueryClientProvider>
        </WordsProvider>
      </MantineProvider>
    </StrictMode>,
  );
  startFonts(fonts);
}
