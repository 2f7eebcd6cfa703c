import { useParams } from "@tanstack/react-router";
import { useShopFront } from "@/features/shopfront";
import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/states";

export function HomePage() {
  const t = useT("shop").home;
  const { slug } = useParams({ strict: false }) as { slug: string };
  const name = useShopFront(slug).data?.name ?? "";
  return (
    <>
      <PageHeader title={name} />
      <EmptyState title={t.empty} />
    </>
  );
}
