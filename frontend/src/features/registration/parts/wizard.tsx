/** The registration of a company in five short steps. Each is checked before the next; nothing typed is lost by a reload. */
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import type { Account, Schemas } from "@/api/types";
import { useReasonText, useT } from "@/i18n/provider";
import { useAppForm, useRules } from "@/ui/form";
import { ProblemAlert } from "@/ui/ProblemAlert";
import {
  dropRegistration,
  FIELDS,
  isSlug,
  openRegistration,
  type RegistrationDraft,
  saveRegistration,
  type Step,
  stepOfField,
  STEPS,
  toRegistration,
} from "../model/draft";
import { useRegisterCompany } from "../queries";
import { Review } from "./review";
import { AddressStep, CompanyStep, ContactStep, FunctionsStep, type RegistrationForm } from "./steps";
import classes from "./wizard.module.css";

interface WizardProps {
  account: Account;
  onDone: (company: Schemas["Company"]) => void;
}

function useRegistrationForm(account: Account): { form: RegistrationForm; first: Step } {
  const t = useT("shop").register;
  const rules = useRules();
  const [start] = useState(() => {
    const { values, step } = openRegistration(account.id);
    return { step, values: { ...values, email: values.email || account.email, phone: values.phone || (account.phone ?? "") } };
  });
  const form = useAppForm<RegistrationDraft & Record<string, unknown>>({
    initialValues: start.values as RegistrationDraft & Record<string, unknown>,
    validate: {
      name: rules.required,
      business_number: rules.businessNumber,
      representative: rules.required,
      postcode: (value: string) => (/^\d{5}$/.test(value) ? null : t.wrongPostcode),
      address1: rules.required,
      phone: rules.phone,
      email: rules.email,
      functions: (value: string[]) => (value.length > 0 ? null : t.chooseFunction),
      slug: (value: string) => (isSlug(value) ? null : t.slugRule),
    },
  });
  return { form, first: start.step };
}

export function RegistrationWizard({ account, onDone }: WizardProps) {
  const t = useT("shop").register;
  const act = useT("common").act;
  const reasonText = useReasonText();
  const { form, first } = useRegistrationForm(account);
  const [step, setStep] = useState<Step>(first);
  const heading = useRef<HTMLHeadingElement>(null);
  const values = form.getValues();
  const at = STEPS.indexOf(step);

  useEffect(() => saveRegistration(account.id, values, step), [account.id, values, step]);

  const go = (next: Step) => {
    setStep(next);
    // Whoever reads by ear or keyboard begins at the head of the new step.
    requestAnimationFrame(() => heading.current?.focus());
  };

  const register = useRegisterCompany((company) => {
    dropRegistration(account.id);
    onDone(company);
  });

  const fits = (each: Step): boolean => {
    const wrong = FIELDS[each].filter((field) => form.validateField(field).hasError);
    if (wrong[0] !== undefined) {
      setStep(each);
      requestAnimationFrame(() => form.getInputNode(wrong[0] as string)?.focus());
    }
    return wrong.length === 0;
  };

  const next = () => {
    const following = STEPS[at + 1];
    if (following !== undefined) {
      if (fits(step)) go(following);
      return;
    }
    if (!STEPS.every(fits)) return;
    register.mutate(toRegistration(form.getValues()), {
      onError: (problem) => {
        for (const { field, reason } of problem.fields) form.setFieldError(field, reasonText(reason));
        const place = stepOfField(problem.fields[0]?.field ?? "");
        if (place !== undefined) go(place);
      },
    });
  };

  return (
    <div className={classes.page}>
      <Title order={1}>{t.title}</Title>
      <Text c="dimmed">{t.intro}</Text>
      <ol className={classes.steps} aria-label={t.steps}>
        {STEPS.map((each, index) => (
          <li key={each} data-reached={index <= at || undefined} aria-current={index === at ? "step" : undefined}>
            <span>{t.step[each]}</span>
          </li>
        ))}
      </ol>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          next();
        }}
      >
        <Stack gap="lg">
          <h2 ref={heading} tabIndex={-1} className={classes.heading}>
            {t.stepOf(at + 1, STEPS.length)} · {t.step[step]}
          </h2>
          {step === "company" && <CompanyStep form={form} />}
          {step === "contact" && <ContactStep form={form} />}
          {step === "functions" && <FunctionsStep form={form} />}
          {step === "address" && <AddressStep form={form} />}
          {step === "review" && <Review values={values} onEdit={go} />}
          <ProblemAlert problem={register.error} />
          <Group justify="space-between">
            <Button
              variant="default"
              size="md"
              disabled={at === 0 || register.isPending}
              onClick={() => go(STEPS[at - 1] ?? "company")}
            >
              {act.back}
            </Button>
            <Button type="submit" size="md" loading={register.isPending}>
              {step === "review" ? t.register : act.next}
            </Button>
          </Group>
          <Text size="sm" c="dimmed">
            {t.kept}
          </Text>
        </Stack>
      </form>
    </div>
  );
}
