/** A part of a page with its own heading, set apart by a line. */
import { Title } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./Panel.module.css";

interface PanelProps {
  title: string;
  /** At the end of the heading: a button, a state. */
  action?: ReactNode;
  /** Draws attention to something that went wrong or waits. */
  tone?: "caution" | "danger";
  children: ReactNode;
}

export function Panel({ title, action, tone, children }: PanelProps) {
  return (
    <section className={tone === undefined ? classes.panel : `${classes.panel} ${classes[tone]}`}>
      <div className={classes.head}>
        <Title order={2} size="h4">
          {title}
        </Title>
        {action}
      </div>
      {children}
    </section>
  );
}
