/** One company: what it told beside what has to be compared with its papers, and the decision. */
import { Alert, Stack } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { type CheckedCompany, CompanyBadge, CompanyDecisions, CompanyFacts, ThingsToCheck, useCompany } from "@/features/verification";
import { useT } from "@/i18n/provider";
import { formatBusinessNumber } from "@/lib/korea";
import { AnchorLink } from "@/ui/links";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Loaded } from "@/ui/states";
import classes from "./company.module.css";

export function CompanyPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useCompany(id)}>{(company) => <CompanyCase company={company} />}</Loaded>;
}

function CompanyCase({ company }: { company: CheckedCompany }) {
  const t = useT("operator").companies;
  const stopped = company.status === "rejected" || company.status === "suspended";
  return (
    <>
      <PageHeader
        title={company.name}
        badge={<CompanyBadge status={company.status} />}
        crumbs={[{ label: t.title, to: "/operator/companies" }]}
        intro={<span className="figures">{formatBusinessNumber(company.business_number)}</span>}
        actions={<CompanyDecisions company={company} />}
      />
      {stopped && company.status_reason !== undefined && (
        <Alert color="danger" variant="light" mb="md" title={t.facts.reason}>
          {company.status_reason}
        </Alert>
      )}
      <div className={classes.columns}>
        <Panel title={t.told}>
          <CompanyFacts company={company} />
        </Panel>
        <Stack gap="md">
          <Panel title={t.toCheck} {...(company.status === "pending" ? { tone: "caution" as const } : {})}>
            <ThingsToCheck company={company} />
          </Panel>
          <Records company={company} />
        </Stack>
      </div>
    </>
  );
}

function Records({ company }: { company: CheckedCompany }) {
  const t = useT("operator").companies.more;
  const { id, currency } = company;
  return (
    <Panel title={t.title}>
      <ul className={classes.links}>
        <li>
          <AnchorLink to="/operator/trades" search={{ seller_id: id }}>
            {t.seller}
          </AnchorLink>
        </li>
        <li>
          <AnchorLink to="/operator/trades" search={{ supplier_id: id }}>
            {t.supplier}
          </AnchorLink>
        </li>
        <li>
          <AnchorLink to="/operator/settlements" search={{ company_id: id }}>
            {t.settlements}
          </AnchorLink>
        </li>
        <li>
          <AnchorLink to="/operator/payouts" search={{ tab: "all", company_id: id }}>
            {t.payouts}
          </AnchorLink>
        </li>
        <li>
          <AnchorLink to="/operator/ledger/transfers" search={{ account: `payable:${id}:${currency}` }}>
            {t.ledger}
          </AnchorLink>
        </li>
        {company.functions.includes("shop") && (
          <li>
            <a href={`/shop/${company.slug}`} target="_blank" rel="noreferrer">
              {t.shop}
            </a>
          </li>
        )}
      </ul>
    </Panel>
  );
}
