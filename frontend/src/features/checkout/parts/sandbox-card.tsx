/** The card form of the sandbox, with its test cards to pick from. No real card is asked for, none is kept. */
import { Group, SimpleGrid, Stack, Text, TextInput, UnstyledButton } from "@mantine/core";
import { type Ref, useImperativeHandle } from "react";
import { useT } from "@/i18n/provider";
import { useAppForm } from "@/ui/form";
import { formatCardNumber, formatExpiry, isCardNumber, isCvc, isExpiry, TEST_CARDS } from "../model/card";
import type { PaymentHandle } from "./payment";
import classes from "./sandbox-card.module.css";

export function SandboxCard({ handle }: { handle: Ref<PaymentHandle> }) {
  const t = useT("shop").payment;
  const form = useAppForm({
    initialValues: { card_number: "", expiry: "", cvc: "" },
    validate: {
      card_number: (value) => (isCardNumber(value) ? null : t.wrongNumber),
      expiry: (value) => (isExpiry(value) ? null : t.wrongExpiry),
      cvc: (value) => (isCvc(value) ? null : t.wrongCvc),
    },
  });

  useImperativeHandle(handle, () => ({
    collect: () => {
      const { hasErrors, errors } = form.validate();
      if (!hasErrors) return Promise.resolve({ card: form.getValues() });
      form.getInputNode(Object.keys(errors)[0] ?? "card_number")?.focus();
      return Promise.resolve(undefined);
    },
  }));

  const use = (number: string) => {
    form.setValues({ card_number: formatCardNumber(number), expiry: "12/39", cvc: "123" });
    form.clearErrors();
  };
  const typed = (name: "card_number" | "expiry" | "cvc", shape: (text: string) => string) => {
    const props = form.getInputProps(name) as { onChange: (value: string) => void };
    return { ...props, onChange: (event: { currentTarget: { value: string } }) => props.onChange(shape(event.currentTarget.value)) };
  };
  return (
    <Stack gap="md">
      <div className={classes.test}>
        <Text size="sm" fw={600}>
          {t.testCards}
        </Text>
        <Text size="sm" c="dimmed">
          {t.testCardsBody}
        </Text>
        <Group gap="xs" mt="xs" role="group" aria-label={t.testCards}>
          {TEST_CARDS.map((card) => (
            <UnstyledButton key={card.number} className={classes.chip} onClick={() => use(card.number)}>
              <span className="figures">·{card.number.slice(-4)}</span> {t.does[card.does]}
            </UnstyledButton>
          ))}
        </Group>
      </div>
      <TextInput
        label={t.cardNumber}
        inputMode="numeric"
        autoComplete="cc-number"
        placeholder="0000 0000 0000 0000"
        required
        {...typed("card_number", formatCardNumber)}
        key={form.key("card_number")}
      />
      <SimpleGrid cols={2} spacing="sm">
        <TextInput
          label={t.expiry}
          inputMode="numeric"
          autoComplete="cc-exp"
          placeholder={t.expiryHint}
          required
          {...typed("expiry", formatExpiry)}
          key={form.key("expiry")}
        />
        <TextInput
          label={t.cvc}
          inputMode="numeric"
          autoComplete="cc-csc"
          placeholder="000"
          maxLength={4}
          required
          {...typed("cvc", (text) => text.replace(/\D/g, "").slice(0, 4))}
          key={form.key("cvc")}
        />
      </SimpleGrid>
    </Stack>
  );
}
