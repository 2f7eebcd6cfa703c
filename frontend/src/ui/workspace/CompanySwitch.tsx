/** For whom one works just now; a person may belong to several companies. */
import { Menu, Text, UnstyledButton } from "@mantine/core";
import { IconBuildingStore, IconCheck, IconSelector } from "@tabler/icons-react";
import type { Membership } from "@/api/types";
import { useT } from "@/i18n/provider";
import { roleName } from "@/lib/roles";
import classes from "./Workspace.module.css";

interface CompanySwitchProps {
  companies: readonly Membership[];
  current: string;
  onChoose: (id: string) => void;
}

export function CompanySwitch({ companies, current, onChoose }: CompanySwitchProps) {
  const t = useT("common");
  const company = companies.find((each) => each.id === current);
  if (company === undefined) return null;
  const body = (
    <>
      <IconBuildingStore size={18} stroke={1.6} aria-hidden />
      <span className={classes.companyText}>
        <Text component="span" display="block" size="sm" fw={600} truncate>
          {company.name}
        </Text>
        <Text component="span" display="block" size="xs" c="dimmed">
          {roleName(t.role, company.role, company.role_name)}
        </Text>
      </span>
    </>
  );
  if (companies.length === 1) return <div className={classes.company}>{body}</div>;
  return (
    <Menu width="target">
      <Menu.Target>
        <UnstyledButton className={classes.company}>
          {body}
          <span className="visually-hidden">{t.shell.switchCompany}</span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {companies.map((each) => (
          <Menu.Item
            key={each.id}
            onClick={() => onChoose(each.id)}
            rightSection={each.id === current ? <IconCheck size={16} aria-hidden /> : null}
            aria-current={each.id === current}
          >
            {each.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
