/** The frame of the workspace and of the operator's console: side navigation, command palette, shortcuts, account. */
import { AppShell, Burger, Group, Kbd, Modal, Stack, Text, UnstyledButton } from "@mantine/core";
import { useDisclosure, useLocalStorage } from "@mantine/hooks";
import { spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import type { LiveStatus } from "@/api/live";
import { useT } from "@/i18n/provider";
import { LanguageSwitch } from "../LanguageSwitch";
import { SkipLink } from "../SkipLink";
import { AccountMenu } from "./AccountMenu";
import { Commands } from "./Commands";
import { LiveMark } from "./LiveMark";
import type { Command, MenuGroup } from "./menu";
import { Navigation } from "./Navigation";
import { useShortcuts } from "./shortcuts";
import classes from "./Workspace.module.css";

interface WorkspaceProps {
  title: string;
  menu: readonly MenuGroup[];
  commands?: readonly Command[];
  live: LiveStatus;
  /** Above the menu: the company switcher. */
  top?: ReactNode;
  /** Over every page: "not yet verified". */
  banner?: ReactNode;
  onSignOut: () => void;
  children: ReactNode;
}

const NO_COMMANDS: readonly Command[] = [];

export function Workspace(props: WorkspaceProps) {
  const { title, menu, commands = NO_COMMANDS, live, top, banner, onSignOut, children } = props;
  const t = useT("common").shell;
  const navigate = useNavigate();
  const [drawer, { toggle, close }] = useDisclosure(false);
  const [help, { open: openHelp, close: closeHelp }] = useDisclosure(false);
  const [folded, setFolded] = useLocalStorage({ key: "madang.menu-folded", defaultValue: false, getInitialValueInEffect: false });

  const shortcuts = useMemo(() => {
    const places = menu.flatMap((group) => group.items);
    return {
      "?": openHelp,
      "/": spotlight.open,
      ...Object.fromEntries(
        places.flatMap(({ shortcut, to }) => (shortcut === undefined ? [] : [[shortcut, () => void navigate({ to })]])),
      ),
    };
  }, [menu, navigate, openHelp]);
  useShortcuts(shortcuts);

  return (
    <>
      <SkipLink />
      <AppShell
        header={{ height: 56 }}
        navbar={{ width: folded ? 68 : 240, breakpoint: "sm", collapsed: { mobile: !drawer } }}
        padding={{ base: "md", md: "lg" }}
        transitionDuration={0}
      >
        <AppShell.Header className={classes.header}>
          <Group gap="xs" wrap="nowrap">
            <Burger
              opened={drawer}
              onClick={toggle}
              hiddenFrom="sm"
              size="sm"
              aria-label={drawer ? t.closeNavigation : t.openNavigation}
              aria-expanded={drawer}
            />
            <Text component="span" fw={800} truncate>
              {title}
            </Text>
            <LiveMark status={live} />
          </Group>
          <UnstyledButton className={classes.command} onClick={spotlight.open}>
            <IconSearch size={16} aria-hidden />
            <span className={classes.commandText}>{t.commandPlaceholder}</span>
            <Kbd className={classes.commandKey} aria-hidden>
              Ctrl K
            </Kbd>
          </UnstyledButton>
          <Group gap={4} wrap="nowrap">
            <LanguageSwitch />
            <AccountMenu onSignOut={onSignOut} onShortcuts={openHelp} />
          </Group>
        </AppShell.Header>
        <AppShell.Navbar className={classes.navbar} aria-label={t.navigation}>
          <Navigation menu={menu} folded={folded && !drawer} onFold={() => setFolded(!folded)} onChoose={close} top={top} />
        </AppShell.Navbar>
        <AppShell.Main id="content" tabIndex={-1} className={classes.main}>
          {banner}
          <div className={classes.page}>{children}</div>
        </AppShell.Main>
      </AppShell>
      <Commands menu={menu} commands={commands} />
      <ShortcutHelp opened={help} onClose={closeHelp} menu={menu} />
    </>
  );
}

function ShortcutHelp({ opened, onClose, menu }: { opened: boolean; onClose: () => void; menu: readonly MenuGroup[] }) {
  const t = useT("common");
  const rows = [
    { label: t.shell.commands, keys: "Ctrl K" },
    { label: t.shell.commands, keys: "/" },
    { label: t.shell.shortcutHelp, keys: "?" },
    ...menu.flatMap((group) =>
      group.items.flatMap(({ label, shortcut }) => (shortcut === undefined ? [] : [{ label, keys: shortcut }])),
    ),
  ];
  return (
    <Modal opened={opened} onClose={onClose} title={t.shell.shortcuts} closeButtonProps={{ "aria-label": t.act.close }}>
      <Stack gap="xs">
        {rows.map(({ label, keys }) => (
          <Group key={keys} justify="space-between" wrap="nowrap">
            <Text size="sm">{label}</Text>
            <Group gap={4} wrap="nowrap">
              {keys.split(" ").map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </Group>
          </Group>
        ))}
      </Stack>
    </Modal>
  );
}
