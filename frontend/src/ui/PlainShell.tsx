/** The frame of pages that belong to no shop: the landing page, account screens, company sign-up. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import { LanguageSwitch } from "./LanguageSwitch";
import classes from "./PlainShell.module.css";
import { SkipLink } from "./SkipLink";

export function PlainShell({ tools, children }: { tools?: ReactNode; children: ReactNode }) {
  const t = useT("common");
  return (
    <div className={classes.page}>
      <SkipLink />
      <header className={classes.bar}>
        <Link to="/" className={classes.logo}>
          {t.brand}
        </Link>
        <div className={classes.tools}>
          <LanguageSwitch />
          {tools}
        </div>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
