import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";
import { EmptyState } from "@/ui/states";

export function TodayPage() {
  const t = useT("company").today;
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <EmptyState />
    </>
  );
}
