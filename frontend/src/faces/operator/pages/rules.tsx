/** What the platform does by itself where every check passes, and when silence confirms a purchase. */
import { NumberInput, Switch, Text } from "@mantine/core";
import { useOperatorMay } from "@/api/permission";
import { type OperatorRules, useOperatorRules, useSetOperatorRules } from "@/features/platform";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { AppForm, useAppForm } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Loaded } from "@/ui/states";
import { When } from "@/ui/When";

const SHORTEST_DAYS = 7;
const LONGEST_DAYS = 60;

export function RulesPage() {
  const t = useT("operator").rules;
  const may = useOperatorMay();
  const rules = useOperatorRules();
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <Loaded query={rules}>
        {(data) => (
          <Panel title={t.title} action={<Text size="sm" c="dimmed">{t.changed} <When at={data.updated_at} /></Text>}>
            {may("platform_manage") ? <RulesForm key={data.version} rules={data} /> : <RulesFacts rules={data} />}
          </Panel>
        )}
      </Loaded>
    </>
  );
}

function RulesForm({ rules }: { rules: OperatorRules }) {
  const t = useT("operator").rules;
  const notify = useNotify();
  const write = useSetOperatorRules(rules.version, () => notify.done(t.saved));
  const form = useAppForm({
    initialValues: { auto_issue: rules.auto_issue, auto_approve: rules.auto_approve, confirm_after_days: rules.confirm_after_days },
    validate: {
      confirm_after_days: (days) => (Number.isInteger(days) && days >= SHORTEST_DAYS && days <= LONGEST_DAYS ? null : t.daysWrong),
    },
  });
  return (
    <AppForm form={form} write={write} toInput={(values) => values} submitLabel={t.save}>
      <Switch
        label={t.autoIssue}
        description={t.autoIssueHint}
        {...form.getInputProps("auto_issue", { type: "checkbox" })}
        key={form.key("auto_issue")}
      />
      <Switch
        label={t.autoApprove}
        description={t.autoApproveHint}
        {...form.getInputProps("auto_approve", { type: "checkbox" })}
        key={form.key("auto_approve")}
      />
      <NumberInput
        label={t.days}
        description={t.daysHint}
        min={SHORTEST_DAYS}
        max={LONGEST_DAYS}
        clampBehavior="none"
        allowDecimal={false}
        suffix={t.daysUnit}
        maw="16rem"
        {...form.getInputProps("confirm_after_days")}
        key={form.key("confirm_after_days")}
      />
      <Text fw={600} role="status">
        {t.daysMoney(form.values.confirm_after_days)}
      </Text>
    </AppForm>
  );
}

function RulesFacts({ rules }: { rules: OperatorRules }) {
  const t = useT("operator").rules;
  const said = (on: boolean) => (on ? t.on : t.off);
  return (
    <>
      <Facts
        facts={[
          { label: t.autoIssue, value: said(rules.auto_issue) },
          { label: t.autoApprove, value: said(rules.auto_approve) },
          { label: t.days, value: `${rules.confirm_after_days}${t.daysUnit}` },
        ]}
      />
      <Text size="sm" c="dimmed" mt="sm">
        {t.readOnly}
      </Text>
    </>
  );
}
