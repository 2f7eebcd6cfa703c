/** Fees: for whom, at which rate, since when. */
import { Button, Text } from "@mantine/core";
import { useState } from "react";
import { useOperatorMay } from "@/api/permission";
import { type FeeRule, FeeRuleForm, percentOf, ruleStanding, useFeeRules } from "@/features/verification";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { type Column, DataList, useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { Badge, type Tone } from "@/ui/StateBadge";
import { When } from "@/ui/When";

const TONE: Record<string, Tone> = { now: "positive", future: "caution", past: "neutral" };

export function FeeRulesPage() {
  const t = useT("operator").fees;
  const may = useOperatorMay();
  const list = useList();
  const rules = useFeeRules(list.query);
  const [adding, add] = useState(false);
  const columns: Column<FeeRule>[] = [
    { key: "scope", head: t.scope, card: "title", cell: (row) => <Scope rule={row} /> },
    { key: "rate", head: t.rate, align: "end", cell: (row) => <strong className="figures">{percentOf(row.rate)}%</strong> },
    {
      key: "state",
      head: t.state,
      cell: (row) => {
        const standing = ruleStanding(row);
        return <Badge tone={TONE[standing] ?? "neutral"}>{t[standing]}</Badge>;
      },
    },
    { key: "from", head: t.from, cell: (row) => <When at={row.valid_from} exact /> },
    { key: "to", head: t.to, cell: (row) => (row.valid_to === undefined ? t.open : <When at={row.valid_to} exact />) },
  ];
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} actions={may("settle") && <Button onClick={() => add(true)}>{t.add}</Button>} />
      <DataList label={t.title} list={list} query={rules} rowKey={(row) => row.id} columns={columns} empty={{ title: t.empty }} />
      {adding && <FeeRuleForm onClose={() => add(false)} />}
    </>
  );
}

function Scope({ rule }: { rule: FeeRule }) {
  const t = useT("operator").fees;
  const more = [rule.plan !== undefined && `${t.plan} ${rule.plan}`, rule.category !== undefined && `${t.category} ${rule.category}`].filter(
    (each) => each !== false,
  );
  return (
    <>
      {rule.company_id === undefined ? (
        <Text size="sm" fw={600}>
          {t.everyone}
        </Text>
      ) : (
        <AnchorLink to="/operator/companies/$id" params={{ id: rule.company_id }} fw={600}>
          {rule.company_name ?? rule.company_id}
        </AnchorLink>
      )}
      {more.length > 0 && (
        <Text size="xs" c="dimmed">
          {more.join(" · ")}
        </Text>
      )}
    </>
  );
}
