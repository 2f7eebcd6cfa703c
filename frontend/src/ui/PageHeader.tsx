/** The head of a page: where one is, what it is, and its main action. Also names the browser tab. */
import { Breadcrumbs, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useEffect } from "react";
import { AnchorLink } from "./links";
import { useT } from "@/i18n/provider";

export interface Crumb {
  label: string;
  to: string;
  /** The state of the page that one goes back to, as its address has it. */
  search?: Record<string, string>;
}

interface PageHeaderProps {
  title: string;
  /** Beside the title: a state, a count. */
  badge?: ReactNode;
  intro?: ReactNode;
  crumbs?: readonly Crumb[];
  actions?: ReactNode;
}

export function usePageTitle(title: string): void {
  const brand = useT("common").brand;
  useEffect(() => {
    document.title = title === brand ? brand : `${title} · ${brand}`;
  }, [title, brand]);
}

export function PageHeader({ title, badge, intro, crumbs = [], actions }: PageHeaderProps) {
  usePageTitle(title);
  return (
    <Stack gap={4} mb="lg" component="header">
      {crumbs.length > 0 && (
        <Breadcrumbs separatorMargin={6} fz="sm">
          {crumbs.map((crumb) => (
            <AnchorLink key={crumb.to} to={crumb.to} search={(crumb.search ?? {}) as never} size="sm" c="dimmed">
              {crumb.label}
            </AnchorLink>
          ))}
        </Breadcrumbs>
      )}
      <Group justify="space-between" align="center" gap="sm">
        <div>
          <Group gap="sm" align="center">
            <Title order={1}>{title}</Title>
            {badge}
          </Group>
          {intro !== undefined && (
            <Text c="dimmed" mt={2}>
              {intro}
            </Text>
          )}
        </div>
        {actions !== undefined && <Group gap="xs">{actions}</Group>}
      </Group>
    </Stack>
  );
}
