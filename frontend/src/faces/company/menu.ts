/** The menus of the workspace of a company, in groups, with their shortcuts. */
import { IconHome } from "@tabler/icons-react";
import { useMemo } from "react";
import { useT } from "@/i18n/provider";
import type { MenuGroup } from "@/ui/workspace/menu";

export function useMenu(): readonly MenuGroup[] {
  const t = useT("company").menu;
  return useMemo(
    () => [
      {
        label: t.groupWork,
        items: [{ label: t.today, to: "/company", icon: IconHome, shortcut: "g h", exact: true }],
      },
    ],
    [t],
  );
}
