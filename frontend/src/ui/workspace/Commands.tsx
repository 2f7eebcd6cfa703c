/** The command palette (Ctrl or ⌘ with K): every place and every command by its name. */
import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import "@mantine/spotlight/styles.layer.css";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useT } from "@/i18n/provider";
import type { Command, MenuGroup } from "./menu";

export function Commands({ menu, commands }: { menu: readonly MenuGroup[]; commands: readonly Command[] }) {
  const t = useT("common").shell;
  const navigate = useNavigate();
  const actions = useMemo<SpotlightActionData[]>(
    () => [
      ...menu.flatMap((group) =>
        group.items.map(({ to, label, icon: Icon }) => ({
          id: to,
          label,
          description: group.label,
          leftSection: <Icon size={18} stroke={1.6} />,
          onClick: () => void navigate({ to }),
        })),
      ),
      ...commands.map(({ id, label, description, run }) => ({ id, label, description: description ?? "", onClick: run })),
    ],
    [menu, commands, navigate],
  );
  return (
    <Spotlight
      actions={actions}
      shortcut={["mod + K"]}
      nothingFound={t.commandEmpty}
      highlightQuery
      searchProps={{
        leftSection: <IconSearch size={18} aria-hidden />,
        placeholder: t.commandPlaceholder,
        "aria-label": t.commandPlaceholder,
      }}
    />
  );
}
