/** The fields of each step, with the checks that can be made while one types. */
import { Checkbox, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useDebouncedValue } from "@mantine/hooks";
import type { ReactNode } from "react";
import { useT } from "@/i18n/provider";
import { digitsOnly, isBusinessNumber } from "@/lib/korea";
import { BusinessNumberInput, PhoneInput } from "@/ui/form";
import { FUNCTIONS, isSlug, proposeSlug, type RegistrationDraft, shapeSlug } from "../model/draft";
import { useAvailability } from "../queries";
import classes from "./wizard.module.css";

export type RegistrationForm = UseFormReturnType<RegistrationDraft & Record<string, unknown>>;

/** What is known about a number or an address at this moment; announced when it changes. */
function Finding({ tone, children }: { tone: "positive" | "danger" | "neutral"; children: ReactNode }) {
  return (
    <Text size="sm" mt={6} role="status" style={{ color: `var(--tone-${tone}-fg)` }}>
      {children}
    </Text>
  );
}

function useNumberFinding(number: string): ReactNode {
  const t = useT("shop").register;
  const digits = digitsOnly(number);
  const right = isBusinessNumber(number);
  const { data, isFetching } = useAvailability(right ? { business_number: digits } : undefined);
  if (digits.length < 10) return <Finding tone="neutral">{t.numberHint(10 - digits.length)}</Finding>;
  if (!right || data?.business_number === "invalid") return <Finding tone="danger">{t.numberWrong}</Finding>;
  if (data?.business_number === "taken") return <Finding tone="danger">{t.numberTaken}</Finding>;
  if (isFetching) return <Finding tone="neutral">{t.checking}</Finding>;
  return <Finding tone="positive">{t.numberRight}</Finding>;
}

export function CompanyStep({ form }: { form: RegistrationForm }) {
  const t = useT("shop").register;
  const optional = useT("common").form.optional;
  const { error, ...number } = form.getInputProps("business_number");
  const finding = useNumberFinding(form.getValues().business_number);
  return (
    <Stack gap="md">
      <TextInput label={t.name} autoComplete="organization" required {...form.getInputProps("name")} key={form.key("name")} />
      <TextInput
        label={`${t.nameEn} (${optional})`}
        description={t.nameEnHint}
        {...form.getInputProps("name_en")}
        key={form.key("name_en")}
      />
      <div>
        <BusinessNumberInput label={t.businessNumber} required aria-invalid={error !== undefined && error !== null} {...number} key={form.key("business_number")} />
        {finding}
      </div>
    </Stack>
  );
}

export function ContactStep({ form }: { form: RegistrationForm }) {
  const t = useT("shop").register;
  const optional = useT("common").form.optional;
  return (
    <Stack gap="md">
      <TextInput label={t.representative} autoComplete="name" required {...form.getInputProps("representative")} key={form.key("representative")} />
      <TextInput
        label={t.postcode}
        inputMode="numeric"
        autoComplete="postal-code"
        maxLength={5}
        maw="10rem"
        required
        {...form.getInputProps("postcode")}
        key={form.key("postcode")}
      />
      <TextInput label={t.address1} autoComplete="address-line1" required {...form.getInputProps("address1")} key={form.key("address1")} />
      <TextInput label={`${t.address2} (${optional})`} autoComplete="address-line2" {...form.getInputProps("address2")} key={form.key("address2")} />
      <TextInput
        label={`${t.mailOrderNumber} (${optional})`}
        description={t.mailOrderHint}
        {...form.getInputProps("mail_order_number")}
        key={form.key("mail_order_number")}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <PhoneInput label={t.phone} required {...form.getInputProps("phone")} key={form.key("phone")} />
        <TextInput label={t.email} type="email" autoComplete="email" required {...form.getInputProps("email")} key={form.key("email")} />
      </SimpleGrid>
    </Stack>
  );
}

export function FunctionsStep({ form }: { form: RegistrationForm }) {
  const t = useT("shop").register;
  return (
    <Checkbox.Group label={t.functionsLabel} description={t.functionsHint} {...form.getInputProps("functions")} key={form.key("functions")}>
      <Stack gap="sm" mt="sm">
        {FUNCTIONS.map((name) => (
          <label key={name} className={classes.choice}>
            <Checkbox value={name} aria-label={t.functions[name].label} />
            <div>
              <Text fw={600}>{t.functions[name].label}</Text>
              <Text size="sm" c="dimmed">
                {t.functions[name].body}
              </Text>
            </div>
          </label>
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

function SlugFinding({ slug }: { slug: string }) {
  const t = useT("shop").register;
  const [settled] = useDebouncedValue(slug, 300);
  const { data } = useAvailability(isSlug(settled) ? { slug: settled } : undefined);
  if (slug === "") return <Finding tone="neutral">{t.slugRule}</Finding>;
  if (!isSlug(slug)) return <Finding tone="neutral">{t.slugRule}</Finding>;
  if (settled !== slug || data === undefined) return <Finding tone="neutral">{t.checking}</Finding>;
  if (data.slug === "taken") return <Finding tone="danger">{t.slugTaken}</Finding>;
  if (data.slug === "invalid") return <Finding tone="danger">{t.slugNot}</Finding>;
  return <Finding tone="positive">{t.slugFree}</Finding>;
}

export function AddressStep({ form }: { form: RegistrationForm }) {
  const t = useT("shop").register;
  const values = form.getValues();
  const proposal = proposeSlug(values.name_en);
  const { error, onChange, ...props } = form.getInputProps("slug") as { error?: ReactNode; onChange: (value: string) => void };
  return (
    <div>
      <TextInput
        label={t.slug}
        description={t.slugHint}
        placeholder={isSlug(proposal) ? proposal : "my-shop"}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        required
        aria-invalid={error !== undefined && error !== null}
        {...props}
        onChange={(event) => onChange(shapeSlug(event.currentTarget.value))}
        key={form.key("slug")}
      />
      <SlugFinding slug={values.slug} />
      {isSlug(values.slug) && (
        <Text size="sm" mt="sm">
          {t.willBe}{" "}
          <Text component="span" fw={600} inherit>
            {location.host}/shop/{values.slug}
          </Text>
        </Text>
      )}
    </div>
  );
}
