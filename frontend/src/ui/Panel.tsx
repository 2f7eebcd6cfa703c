/** A part of a page with its own heading, set apart by a line. */
import { Title } from "@mantine/core";
import { type ReactNode, useId } from "react";
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
  const id = useId();
  return (
    <section className={tone === undefined ? classes.panel : `${classes.panel} ${classes[tone]}`} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} size="h4" id={id}>
          {title}
        </Title>
        {action}
      </div>
      {children}
    </section>
  );
}
