/** Companies by where they stand, those that wait first. */
import { Tabs, Text } from "@mantine/core";
import { CompanyBadge, type CheckedCompany, useCompanies } from "@/features/verification";
import { useT } from "@/i18n/provider";
import { formatBusinessNumber, formatPhone } from "@/lib/korea";
import { AnchorLink, ButtonLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { When } from "@/ui/When";
import { tabbed } from "../model/tabs";

const TABS = ["pending", "verified", "suspended", "rejected", "all"] as const;

export function CompaniesPage() {
  const t = useT("operator").companies;
  const list = useList();
  const tab = list.tab ?? "pending";
  const companies = useCompanies(tabbed(list.query, "status", tab));
  const columns: Column<CheckedCompany>[] = [
    {
      key: "name",
      head: t.name,
      card: "title",
      cell: (row) => (
        <>
          <AnchorLink to="/operator/companies/$id" params={{ id: row.id }} fw={600}>
            {row.name}
          </AnchorLink>
          <Text size="xs" c="dimmed">
            /shop/{row.slug}
          </Text>
        </>
      ),
    },
    { key: "number", head: t.number, cell: (row) => <span className="figures">{formatBusinessNumber(row.business_number)}</span> },
    { key: "representative", head: t.representative, cell: (row) => row.representative },
    {
      key: "contact",
      head: t.contact,
      cell: (row) => (
        <>
          <span className="figures">{formatPhone(row.phone)}</span>
          <Text size="xs" c="dimmed">
            {row.email}
          </Text>
        </>
      ),
    },
    { key: "joined", head: t.joined, cell: (row) => <When at={row.created_at} c="dimmed" /> },
    { key: "status", head: t.statusHead, cell: (row) => <CompanyBadge status={row.status} /> },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "pending")} mb="md">
        <Tabs.List>
          {TABS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <DataList
        label={t.title}
        list={list}
        query={companies}
        rowKey={(row) => row.id}
        columns={columns}
        filters={[{ kind: "search", name: "q", label: t.search }]}
        empty={{ title: tab === "pending" ? t.emptyPending : t.empty }}
        actions={(row) =>
          row.status === "pending" && (
            <ButtonLink to="/operator/companies/$id" params={{ id: row.id }} size="xs">
              {t.review}
            </ButtonLink>
          )
        }
      />
    </>
  );
}
