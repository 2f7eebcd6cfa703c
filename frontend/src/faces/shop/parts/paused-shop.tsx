/** In the place of the products of a shop that has to stop for the time being; orders can still be followed. */
import { Group } from "@mantine/core";
import { IconMoon } from "@tabler/icons-react";
import { useT } from "@/i18n/provider";
import { ButtonLink } from "@/ui/links";
import { usePageTitle } from "@/ui/PageHeader";
import { State } from "@/ui/states";

/** Whether a page of a shop is for those who have ordered already: it goes on in a shop that is closed or paused. */
export function staysOpen(pathname: string): boolean {
  return /\/(orders\/[^/]+|account|find-order)\/?$/.test(pathname);
}

export function PausedShop({ slug, name }: { slug: string; name: string }) {
  const t = useT("shop").paused;
  usePageTitle(name);
  return (
    <State
      heading
      role="status"
      icon={<IconMoon size={36} stroke={1.4} aria-hidden color="var(--mantine-color-dimmed)" />}
      title={t.title}
      body={t.body}
      action={
        <Group justify="center">
          <ButtonLink to="/shop/$slug/account" params={{ slug }}>
            {t.myOrders}
          </ButtonLink>
          <ButtonLink to="/shop/$slug/find-order" params={{ slug }} variant="default">
            {t.findOrder}
          </ButtonLink>
        </Group>
      }
    />
  );
}
