/**
 * The buttons of a resource: those that the server allows and no others. A face says in its dictionary how each is called.
 *
 *     <ActionButtons allowed={trade.allowed_actions} actions={{ accept: { label: t.accept, run: … }, … }} />
 */
import { Button, Group } from "@mantine/core";
import type { ReactNode } from "react";

export interface ActionChoice {
  label: string;
  run: () => void;
  /** A danger takes something away; the rest say what moves on. The first allowed action is the main one. */
  danger?: boolean;
  icon?: ReactNode;
  busy?: boolean;
}

interface ActionButtonsProps {
  allowed: readonly string[];
  /** In the order in which they are offered, the main one first. */
  actions: Readonly<Record<string, ActionChoice>>;
  /** Shows only the main action, as a queue row does. */
  mainOnly?: boolean;
}

export function ActionButtons({ allowed, actions, mainOnly = false }: ActionButtonsProps) {
  const offered = Object.entries(actions).filter(([name]) => allowed.includes(name));
  const main = offered.find(([, action]) => action.danger !== true)?.[0];
  const shown = mainOnly ? offered.slice(0, 1) : offered;
  if (shown.length === 0) return null;
  return (
    <Group gap="xs">
      {shown.map(([name, action]) => (
        <Button
          key={name}
          variant={name === main ? "filled" : "default"}
          c={action.danger === true ? "var(--mantine-color-error)" : undefined}
          leftSection={action.icon}
          loading={action.busy ?? false}
          onClick={action.run}
        >
          {action.label}
        </Button>
      ))}
    </Group>
  );
}
