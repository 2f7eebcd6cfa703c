/** A new fee: for whom, at which rate, from when. */
import { Modal, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { type ReactNode, useState } from "react";
import { useT } from "@/i18n/provider";
import { businessDay, startOfDay } from "@/lib/dates";
import { feeOf } from "@/lib/margin";
import { won } from "@/lib/money";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { rateOf } from "../model/rate";
import { type NewFeeRule, useAddFeeRule, useCompanies } from "../queries";

const EMPTY = { kind: "all", company_id: "", plan: "", category: "", rate: "", valid_from: "", reason: "" };
type Values = typeof EMPTY;

const rule = (values: Values): NewFeeRule => ({
  rate: rateOf(values.rate) ?? values.rate,
  ...(values.kind === "company" ? { company_id: values.company_id } : {}),
  ...(values.kind === "plan" ? { plan: values.plan.trim() } : {}),
  ...(values.category.trim() === "" ? {} : { category: values.category.trim() }),
  // Today means at once: the day's beginning has passed, and a fee never reaches back.
  ...(values.valid_from === "" || values.valid_from <= businessDay(Date.now()) ? {} : { valid_from: startOfDay(values.valid_from) }),
});

export function FeeRuleForm({ onClose }: { onClose: () => void }) {
  const t = useT("operator").fees;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const say = useMoneyText();
  const write = useAddFeeRule(() => {
    notify.done(t.added);
    onClose();
  });
  const form = useAppForm<Values>({
    initialValues: EMPTY,
    validate: {
      company_id: (value, values) => (values.kind === "company" ? rules.required(value) : null),
      plan: (value, values) => (values.kind === "plan" ? rules.required(value) : null),
      reason: rules.required,
      rate: (value) => (rateOf(value) === undefined ? t.rateWrong : null),
    },
  });
  const values = form.values;
  const rate = rateOf(values.rate);
  return (
    <Modal opened onClose={onClose} title={t.addTitle} closeButtonProps={{ "aria-label": common.act.close }}>
      <AppForm form={form} write={write} toInput={(values) => ({ rule: rule(values), reason: values.reason.trim() })} submitLabel={t.add}>
        <Text size="sm">{t.addMeans}</Text>
        <NativeSelect
          label={t.scope}
          data={Object.entries(t.scopeKinds).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps("kind")}
          key={form.key("kind")}
        />
        {values.kind === "company" && (
          <CompanyPick error={form.errors.company_id} value={values.company_id} onPick={(id) => form.setFieldValue("company_id", id)} />
        )}
        {values.kind === "plan" && <TextInput label={t.plan} maxLength={40} required {...form.getInputProps("plan")} key={form.key("plan")} />}
        <TextInput
          label={`${t.category} (${common.form.optional})`}
          description={t.categoryHint}
          maxLength={60}
          {...form.getInputProps("category")}
          key={form.key("category")}
        />
        <TextInput label={t.rate} description={t.rateHint} inputMode="decimal" required {...form.getInputProps("rate")} key={form.key("rate")} />
        <TextInput
          type="date"
          label={`${t.from} (${common.form.optional})`}
          description={t.fromHint}
          min={businessDay(Date.now())}
          {...form.getInputProps("valid_from")}
          key={form.key("valid_from")}
        />
        <TextInput label={t.reason} description={t.reasonHint} maxLength={500} required {...form.getInputProps("reason")} key={form.key("reason")} />
        {rate !== undefined && (
          <Text fw={600} role="status">
            {t.money(`${values.rate.trim()}%`)} {t.example(say(won(22_000)), say(feeOf(won(22_000), rate)))}
          </Text>
        )}
      </AppForm>
    </Modal>
  );
}

interface CompanyPickProps {
  value: string;
  error: ReactNode;
  onPick: (id: string) => void;
}

/** Companies are found by a part of their name, and one of those found is taken. */
function CompanyPick({ value, error, onPick }: CompanyPickProps) {
  const t = useT("operator").fees;
  const [text, setText] = useState("");
  const [q] = useDebouncedValue(text.trim(), 300);
  const found = useCompanies(q === "" ? { limit: 20 } : { q, limit: 20 });
  const options = (found.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Stack gap="xs">
      <TextInput label={t.company} placeholder={t.companySearch} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      <NativeSelect
        aria-label={t.companyPick}
        value={value}
        error={error}
        onChange={(event) => onPick(event.currentTarget.value)}
        data={[{ value: "", label: options.length === 0 && found.isSuccess ? t.companyNone : t.companyPick }, ...options]}
      />
    </Stack>
  );
}
