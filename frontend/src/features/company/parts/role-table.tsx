/** What each role may do: permissions down, roles across. */
import { Text } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import { useT } from "@/i18n/provider";
import { PERMISSIONS, roleName } from "@/lib/roles";
import { Loaded } from "@/ui/states";
import { useBuiltInRoles, useEveryRole } from "../people";
import classes from "./role-table.module.css";

export function RoleTable() {
  const t = useT("company").roles;
  const words = useT("common").role;
  const builtIn = useBuiltInRoles();
  const own = useEveryRole();
  return (
    <Loaded query={builtIn}>
      {({ roles }) => (
        <Loaded query={own}>
          {({ items }) => {
            const all = [
              ...roles.map(({ role, permissions }) => ({ id: role as string, name: roleName(words, role), permissions })),
              ...items.map(({ id, name, permissions }) => ({ id, name, permissions })),
            ];
            return (
              // It scrolls sideways by keyboard, too.
              <div className={classes.scroll} role="region" aria-label={t.table} tabIndex={0}>
                <table className={classes.table}>
                  <thead>
                    <tr>
                      <th scope="col">
                        <span className="visually-hidden">{t.permission}</span>
                      </th>
                      {all.map(({ id, name }) => (
                        <th key={id} scope="col">
                          {name}
                        </th>
                      ))}
                    </tr>
                  </thead>
                  <tbody>
                    {PERMISSIONS.map((permission) => (
                      <tr key={permission}>
                        <th scope="row">
                          {t.permissions[permission].name}
                          <Text component="span" display="block" size="xs" c="dimmed" visibleFrom="sm">
                            {t.permissions[permission].means}
                          </Text>
                        </th>
                        {all.map(({ id, permissions }) => (
                          <td key={id}>
                            {permissions.includes(permission) ? (
                              <IconCheck size={18} color="var(--mantine-color-positive-7)" role="img" aria-label={t.yes} />
                            ) : (
                              <IconMinus size={18} color="var(--mantine-color-dimmed)" role="img" aria-label={t.no} />
                            )}
                          </td>
                        ))}
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            );
          }}
        </Loaded>
      )}
    </Loaded>
  );
}
