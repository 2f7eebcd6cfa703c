/** Names and values under one another: the head data of a case, or a sum with its parts. */
import type { ReactNode } from "react";
import classes from "./Facts.module.css";

export interface Fact {
  label: string;
  /** Left out altogether when there is nothing to say. */
  value: ReactNode;
  /** The one that the others add up to. */
  total?: boolean;
}

export function Facts({ facts, align = "start" }: { facts: readonly Fact[]; align?: "start" | "end" }) {
  return (
    <dl className={align === "end" ? `${classes.facts} ${classes.end}` : classes.facts}>
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== "")
        .map(({ label, value, total }) => (
          <div key={label} className={total === true ? `${classes.fact} ${classes.total}` : classes.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
