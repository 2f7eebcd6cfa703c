/** What happens by itself, and what delivery costs the buyer. */
import { Switch, Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import type { MoneyValue } from "@/lib/money";
import { AppForm, MoneyInput, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import type { Company, Rules } from "../queries";
import { useChangeRules } from "../queries";

interface Values {
  [key: string]: unknown;
  auto_request: boolean;
  auto_accept: boolean;
  delivery_fee: MoneyValue | undefined;
  free_delivery_from: MoneyValue | undefined;
}

export function RulesForm({ company }: { company: Company }) {
  const t = useT("company").settings.rules;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const save = useChangeRules(() => notify.done(common.state.saved));
  const form = useAppForm<Values>({
    initialValues: {
      auto_request: company.auto_request,
      auto_accept: company.auto_accept,
      delivery_fee: company.delivery_fee,
      free_delivery_from: company.free_delivery_from,
    },
    validate: { delivery_fee: rules.required },
  });
  const toInput = (values: Values): Rules => ({
    auto_request: values.auto_request,
    auto_accept: values.auto_accept,
    delivery_fee: values.delivery_fee ?? company.delivery_fee,
    ...(values.free_delivery_from === undefined ? {} : { free_delivery_from: values.free_delivery_from }),
  });
  return (
    <AppForm form={form} write={save} toInput={toInput} submitLabel={common.act.save}>
      <Switch label={t.autoRequest} description={t.autoRequestHint} {...form.getInputProps("auto_request", { type: "checkbox" })} key={form.key("auto_request")} />
      <Switch label={t.autoAccept} description={t.autoAcceptHint} {...form.getInputProps("auto_accept", { type: "checkbox" })} key={form.key("auto_accept")} />
      <Text size="sm" c="dimmed">
        {t.deliveryIntro}
      </Text>
      <MoneyInput maw={280} label={t.deliveryFee} required currency={company.currency} {...form.getInputProps("delivery_fee")} key={form.key("delivery_fee")} />
      <MoneyInput
        maw={280}
        label={t.freeFrom}
        description={t.freeFromHint}
        currency={company.currency}
        {...form.getInputProps("free_delivery_from")}
        key={form.key("free_delivery_from")}
      />
    </AppForm>
  );
}
