/** A small picture beside a name in a list; the name says what it is. */
import type { ReactNode } from "react";
import classes from "./thumb.module.css";

export function Thumb({ url, children }: { url: string | undefined; children: ReactNode }) {
  return (
    <div className={classes.row}>
      {url === undefined ? <span className={classes.blank} aria-hidden /> : <img src={url} alt="" className={classes.picture} loading="lazy" />}
      <div>{children}</div>
    </div>
  );
}
