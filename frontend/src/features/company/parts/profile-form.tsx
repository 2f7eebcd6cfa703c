/** What the company says of itself, where it is reached, and which functions it uses. */
import { Alert, Checkbox, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { AppForm, PhoneInput, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import type { Company, CompanyFunction, ProfileChange } from "../queries";
import { useChangeProfile } from "../queries";

interface Values {
  [key: string]: unknown;
  name_en: string;
  mail_order_number: string;
  postcode: string;
  address1: string;
  address2: string;
  phone: string;
  email: string;
  about: string;
  about_en: string;
}

const FIELDS = ["name_en", "mail_order_number", "postcode", "address1", "address2", "phone", "email", "about", "about_en"] as const;

export function ProfileForm({ company }: { company: Company }) {
  const t = useT("company").settings.profile;
  const common = useT("common");
  const rules = useRules();
  const notify = useNotify();
  const save = useChangeProfile(() => notify.done(common.state.saved));
  const form = useAppForm<Values>({
    initialValues: Object.fromEntries(FIELDS.map((name) => [name, company[name] ?? ""])) as unknown as Values,
    validate: {
      postcode: (text) => (/^\d{5}$/.test(text.trim()) ? null : t.postcodeRule),
      address1: rules.required,
      phone: rules.phone,
      email: rules.email,
    },
  });
  /** Only what was changed is sent. */
  const toChange = (values: Values): ProfileChange =>
    Object.fromEntries(FIELDS.filter((name) => values[name].trim() !== (company[name] ?? "")).map((name) => [name, values[name].trim()]));
  const at = (name: (typeof FIELDS)[number]) => form.getInputProps(name);
  return (
    <AppForm form={form} write={save} toInput={toChange} submitLabel={common.act.save}>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput label={t.nameEn} {...at("name_en")} key={form.key("name_en")} />
        <TextInput label={t.mailOrder} {...at("mail_order_number")} key={form.key("mail_order_number")} />
        <PhoneInput label={t.phone} required {...at("phone")} key={form.key("phone")} />
        <TextInput label={t.email} type="email" required {...at("email")} key={form.key("email")} />
        <TextInput label={t.postcode} required inputMode="numeric" maxLength={5} {...at("postcode")} key={form.key("postcode")} />
        <TextInput label={t.address1} required {...at("address1")} key={form.key("address1")} />
        <TextInput label={t.address2} {...at("address2")} key={form.key("address2")} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Textarea label={t.about} description={t.aboutHint} autosize minRows={3} {...at("about")} key={form.key("about")} />
        <Textarea label={t.aboutEn} autosize minRows={3} {...at("about_en")} key={form.key("about_en")} />
      </SimpleGrid>
    </AppForm>
  );
}

const FUNCTIONS: readonly CompanyFunction[] = ["shop", "sales", "supply", "resale"];

export function FunctionsForm({ company }: { company: Company }) {
  const t = useT("company").settings.functions;
  const common = useT("common");
  const notify = useNotify();
  const save = useChangeProfile(() => notify.done(common.state.saved));
  const form = useAppForm<{ functions: CompanyFunction[]; settlement_cycle: Company["settlement_cycle"] }>({
    mode: "controlled",
    initialValues: { functions: company.functions, settlement_cycle: company.settlement_cycle },
    validate: { functions: (chosen) => (chosen.length === 0 ? t.chooseOne : null) },
  });
  return (
    <AppForm form={form} write={save} toInput={(values) => values} submitLabel={common.act.save}>
      <Checkbox.Group label={t.title} description={t.hint} {...form.getInputProps("functions")}>
        <Stack gap="sm" mt="sm">
          {FUNCTIONS.map((name) => (
            <Checkbox key={name} value={name} label={t.names[name]} description={t.means[name]} />
          ))}
        </Stack>
      </Checkbox.Group>
      {/* Whoever closes the shop reads first what becomes of its orders. */}
      {company.functions.includes("shop") && !form.values.functions.includes("shop") && (
        <Alert color="caution" variant="light" role="status">
          {t.closes}
        </Alert>
      )}
      <NativeSelect
        maw={320}
        label={t.cycle}
        description={t.cycleHint}
        data={(["daily", "weekly", "monthly"] as const).map((value) => ({ value, label: t.cycles[value] }))}
        {...form.getInputProps("settlement_cycle")}
        key={form.key("settlement_cycle")}
      />
    </AppForm>
  );
}
