/** Who orders and where it goes. */
import { Button, SimpleGrid, Stack, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useT } from "@/i18n/provider";
import { PhoneInput } from "@/ui/form";
import type { CheckoutDraft } from "../model/draft";

export type CheckoutForm = UseFormReturnType<CheckoutDraft & Record<string, unknown>>;

export function BuyerFields({ form }: { form: CheckoutForm }) {
  const t = useT("shop").checkout;
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label={t.name} autoComplete="name" required {...form.getInputProps("buyer.name")} key={form.key("buyer.name")} />
        <PhoneInput label={t.phone} required {...form.getInputProps("buyer.phone")} key={form.key("buyer.phone")} />
      </SimpleGrid>
      <TextInput
        label={t.email}
        description={t.emailHint}
        type="email"
        autoComplete="email"
        required
        {...form.getInputProps("buyer.email")}
        key={form.key("buyer.email")}
      />
    </Stack>
  );
}

export function AddressFields({ form }: { form: CheckoutForm }) {
  const t = useT("shop").checkout;
  const common = useT("common").form;
  const copy = () => {
    const { name, phone } = form.getValues().buyer;
    form.setFieldValue("ship_to.name", name);
    form.setFieldValue("ship_to.phone", phone);
  };
  return (
    <Stack gap="md">
      <div>
        <Button variant="default" onClick={copy}>
          {t.sameAsBuyer}
        </Button>
      </div>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label={t.receiver} autoComplete="shipping name" required {...form.getInputProps("ship_to.name")} key={form.key("ship_to.name")} />
        <PhoneInput label={t.receiverPhone} required {...form.getInputProps("ship_to.phone")} key={form.key("ship_to.phone")} />
      </SimpleGrid>
      <TextInput
        label={t.postcode}
        inputMode="numeric"
        autoComplete="shipping postal-code"
        maxLength={5}
        maw="10rem"
        required
        {...form.getInputProps("ship_to.postcode")}
        key={form.key("ship_to.postcode")}
      />
      <TextInput
        label={t.address1}
        autoComplete="shipping address-line1"
        required
        {...form.getInputProps("ship_to.address1")}
        key={form.key("ship_to.address1")}
      />
      <TextInput
        label={`${t.address2} (${common.optional})`}
        autoComplete="shipping address-line2"
        {...form.getInputProps("ship_to.address2")}
        key={form.key("ship_to.address2")}
      />
      <TextInput
        label={`${t.note} (${common.optional})`}
        placeholder={t.noteHint}
        maxLength={200}
        {...form.getInputProps("ship_to.note")}
        key={form.key("ship_to.note")}
      />
    </Stack>
  );
}
