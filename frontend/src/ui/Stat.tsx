/** One figure that matters, with what it means; a link when there is more behind it. */
import { SimpleGrid, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import classes from "./Stat.module.css";

interface StatProps {
  label: string;
  value: ReactNode;
  /** What the figure rests on: "오늘 16시 기준", "지난주보다 12% 많음". */
  note?: ReactNode;
  to?: string;
  search?: Record<string, string>;
}

export function Stat({ label, value, note, to, search }: StatProps) {
  const body = (
    <>
      <Text component="span" display="block" size="sm" c="dimmed">
        {label}
      </Text>
      <span className={`figures ${classes.value}`}>{value}</span>
      {note !== undefined && (
        <Text component="span" display="block" size="sm" c="dimmed" mt={2}>
          {note}
        </Text>
      )}
    </>
  );
  if (to === undefined) return <div className={classes.tile}>{body}</div>;
  return (
    <Link className={classes.tile} to={to} search={search ?? {}}>
      {body}
    </Link>
  );
}

export function StatGrid({ children, columns = 4 }: { children: ReactNode; columns?: number }) {
  return (
    <SimpleGrid cols={{ base: 2, md: columns }} spacing="sm">
      {children}
    </SimpleGrid>
  );
}
