/** Who is signed in, brightness, shortcuts and the way out. */
import { ActionIcon, Menu, Text } from "@mantine/core";
import { IconKeyboard, IconLogout, IconUserCircle } from "@tabler/icons-react";
import { useSession } from "@/api/session";
import { useT } from "@/i18n/provider";
import { SchemeSwitch } from "./SchemeSwitch";

export function AccountMenu({ onSignOut, onShortcuts }: { onSignOut: () => void; onShortcuts: () => void }) {
  const t = useT("common");
  const account = useSession().account;
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon aria-label={t.shell.account} color="dark">
          <IconUserCircle size={22} stroke={1.6} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text component="span" display="block" size="sm" fw={600} truncate>
            {account?.name}
          </Text>
          <Text component="span" display="block" size="xs" c="dimmed" truncate>
            {account?.email}
          </Text>
        </Menu.Label>
        <Menu.Item leftSection={<IconKeyboard size={16} aria-hidden />} onClick={onShortcuts}>
          {t.shell.shortcuts}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={onSignOut}>
          {t.shell.signOut}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t.scheme.label}</Menu.Label>
        <SchemeSwitch />
      </Menu.Dropdown>
    </Menu>
  );
}
