/** The bank account to which the company's money goes. What is stored is shown in part only. */
import { Text, Textarea, TextInput } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { digitsOnly } from "@/lib/korea";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { Facts } from "@/ui/Facts";
import { useNotify } from "@/ui/notify";
import { AnchorLink } from "@/ui/links";
import { type Company, useProposePayoutAccount } from "../queries";

const BANKS = ["국민은행", "신한은행", "우리은행", "하나은행", "농협은행", "기업은행", "카카오뱅크", "토스뱅크", "새마을금고", "우체국"];

export function PayoutAccountForm({ company, canEdit }: { company: Company; canEdit: boolean }) {
  const t = useT("company").settings.payout;
  const rules = useRules();
  const notify = useNotify();
  const { payout_account: stored } = company;
  const save = useProposePayoutAccount(() => {
    notify.done(t.proposed);
    form.reset();
  });
  const form = useAppForm({
    initialValues: { bank: "", account: "", holder: "", reason: "" },
    validate: {
      bank: rules.required,
      account: (text) => (digitsOnly(text).length >= 8 ? null : t.accountRule),
      holder: rules.required,
      reason: rules.required,
    },
  });
  return (
    <>
      {stored === undefined ? (
        <Text mb="md">{t.none}</Text>
      ) : (
        <Facts
          facts={[
            { label: t.bank, value: stored.bank },
            { label: t.account, value: <span className="figures">{stored.account_masked}</span> },
            { label: t.holder, value: stored.holder },
          ]}
        />
      )}
      {canEdit && (
        <div style={{ maxWidth: "24rem", marginTop: "1.25rem" }}>
          <Text size="sm" mb="sm">
            {t.means}{" "}
            <AnchorLink to="/company/proposals" underline="always">
              {t.toProposals}
            </AnchorLink>
          </Text>
          <AppForm
            form={form}
            write={save}
            toInput={({ bank, account, holder, reason }) => ({
              account: { bank: bank.trim(), account: digitsOnly(account), holder: holder.trim() },
              reason: reason.trim(),
            })}
            submitLabel={stored === undefined ? t.register : t.change}
          >
            <TextInput label={t.bank} required list="banks" {...form.getInputProps("bank")} key={form.key("bank")} />
            <datalist id="banks">
              {BANKS.map((bank) => (
                <option key={bank} value={bank} />
              ))}
            </datalist>
            <TextInput label={t.account} required inputMode="numeric" autoComplete="off" {...form.getInputProps("account")} key={form.key("account")} />
            <TextInput label={t.holder} description={t.holderHint} required {...form.getInputProps("holder")} key={form.key("holder")} />
            <Textarea label={t.reason} description={t.reasonHint} required maxLength={500} autosize {...form.getInputProps("reason")} key={form.key("reason")} />
          </AppForm>
        </div>
      )}
    </>
  );
}
