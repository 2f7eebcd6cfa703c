import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/states";

export function HomePage() {
  const t = useT("operator").home;
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <EmptyState />
    </>
  );
}
