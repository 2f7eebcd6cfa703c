/** The menus of the operator's console, in groups, with their shortcuts. */
import { IconHome } from "@tabler/icons-react";
import { useMemo } from "react";
import { useT } from "@/i18n/provider";
import type { MenuGroup } from "@/ui/workspace/menu";

export function useMenu(): readonly MenuGroup[] {
  const t = useT("operator").menu;
  return useMemo(
    () => [
      {
        label: t.groupQueues,
        items: [{ label: t.home, to: "/operator", icon: IconHome, shortcut: "g h", exact: true }],
      },
    ],
    [t],
  );
}
