/** The people who have an account, of whatever shop or company. */
import { useAccounts, type Person } from "@/features/platform";
import { useT } from "@/i18n/provider";
import { formatPhone } from "@/lib/korea";
import { type Column, DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { Badge } from "@/ui/StateBadge";
import { When } from "@/ui/When";

export function AccountsPage() {
  const t = useT("operator").accounts;
  const languages: Partial<Record<string, string>> = useT("common").language;
  const list = useList();
  const accounts = useAccounts(list.query);
  const columns: Column<Person>[] = [
    { key: "name", head: t.name, card: "title", cell: (row) => <strong>{row.name}</strong> },
    { key: "email", head: t.email, cell: (row) => row.email },
    { key: "phone", head: t.phone, cell: (row) => row.phone && <span className="figures">{formatPhone(row.phone)}</span> },
    { key: "locale", head: t.locale, cell: (row) => languages[row.locale] ?? row.locale },
    {
      key: "verified",
      head: t.verified,
      cell: (row) => (row.email_verified ? <Badge tone="positive">{t.verified}</Badge> : <Badge tone="caution">{t.unverified}</Badge>),
    },
    { key: "joined", head: t.joined, cell: (row) => <When at={row.created_at} c="dimmed" /> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <DataList
        label={t.title}
        list={list}
        query={accounts}
        rowKey={(row) => row.id}
        columns={columns}
        filters={[{ kind: "search", name: "q", label: t.search }]}
        empty={{ title: t.empty }}
      />
    </>
  );
}
