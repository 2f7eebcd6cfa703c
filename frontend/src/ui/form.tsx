/**
 * Forms whose refusals land at the right input.
 *
 *     const form = useAppForm({ initialValues: { email: "" }, validate: { email: rules.email } });
 *     const save = useWrite(…);
 *     <AppForm form={form} write={save} submitLabel={t.act.save}>
 *       <TextInput label={…} {...form.getInputProps("email")} />
 *     </AppForm>
 */
import { Button, Group, Stack, TextInput, type TextInputProps } from "@mantine/core";
import { useForm, type UseFormInput, type UseFormReturnType } from "@mantine/form";
import { type ReactNode, useMemo, useState } from "react";
import type { FieldProblem, Problem } from "@/api/problem";
import { useReasonText, useT } from "@/i18n/provider";
import { formatBusinessNumber, formatPhone, isBusinessNumber, isPhone } from "@/lib/korea";
import { formatAmount, type MoneyValue, parseMoney } from "@/lib/money";
import { ProblemAlert } from "./ProblemAlert";

export type FormValues = Record<string, unknown>;

export function useAppForm<Values extends FormValues>(input: UseFormInput<Values>) {
  return useForm<Values>({ validateInputOnBlur: true, clearInputErrorOnChange: true, ...input });
}

/** The rules that forms share, each answering with the words to show or nothing. */
export function useRules() {
  const t = useT("common").form;
  return useMemo(
    () => ({
      required: (value: unknown) => (String(value ?? "").trim() === "" ? t.required : null),
      email: (value: string) => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value.trim()) ? null : t.email),
      password: (value: string) => ([...value].length >= 10 ? null : t.passwordShort),
      businessNumber: (value: string) => (isBusinessNumber(value) ? null : t.businessNumber),
      phone: (value: string) => (isPhone(value) ? null : t.phone),
    }),
    [t],
  );
}

/**
 * Sorts the fields of a problem to the inputs of a form; what belongs to no input stays with the form itself.
 * A field of the API that has another name in the form is given in `names`.
 */
export function placeFieldProblems(
  fields: readonly FieldProblem[],
  values: FormValues,
  names: Readonly<Record<string, string>> = {},
): { placed: { path: string; reason: string }[]; homeless: FieldProblem[] } {
  const placed: { path: string; reason: string }[] = [];
  const homeless: FieldProblem[] = [];
  for (const problem of fields) {
    const path = names[problem.field] ?? problem.field;
    const first = path.split(".")[0] ?? "";
    if (first !== "" && first in values) placed.push({ path, reason: problem.reason });
    else homeless.push(problem);
  }
  return { placed, homeless };
}

interface WriteLike<Input> {
  mutate: (input: Input, options?: { onError?: (problem: Problem) => void }) => void;
  isPending: boolean;
  error: Problem | null;
}

interface AppFormProps<Values extends FormValues, Input> {
  form: UseFormReturnType<Values>;
  write: WriteLike<Input>;
  /** Shapes the form's values into the body; left out when they are the same. */
  toInput: (values: Values) => Input;
  names?: Readonly<Record<string, string>>;
  submitLabel: string;
  /** Beside the submit button. */
  aside?: ReactNode;
  fullWidth?: boolean;
  children: ReactNode;
}

export function AppForm<Values extends FormValues, Input>({
  form,
  write,
  toInput,
  names,
  submitLabel,
  aside,
  fullWidth = false,
  children,
}: AppFormProps<Values, Input>) {
  const reasonText = useReasonText();
  const [homeless, setHomeless] = useState<readonly FieldProblem[]>([]);
  const submit = form.onSubmit(
    (values) => {
      setHomeless([]);
      write.mutate(toInput(values), {
        onError: (problem) => {
          const sorted = placeFieldProblems(problem.fields, values, names);
          for (const { path, reason } of sorted.placed) form.setFieldError(path, reasonText(reason));
          setHomeless(sorted.homeless);
          focusFirst(form, sorted.placed[0]?.path);
        },
      });
    },
    (errors) => focusFirst(form, Object.keys(errors)[0]),
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {children}
        <ProblemAlert problem={write.error} />
        {homeless.length > 0 && (
          <ul>
            {homeless.map((each) => (
              <li key={each.field}>
                {each.field}: {reasonText(each.reason)}
              </li>
            ))}
          </ul>
        )}
        <Group justify={aside === undefined ? "flex-start" : "space-between"}>
          <Button type="submit" loading={write.isPending} fullWidth={fullWidth} size="md">
            {submitLabel}
          </Button>
          {aside}
        </Group>
      </Stack>
    </form>
  );
}

function focusFirst<Values extends FormValues>(form: UseFormReturnType<Values>, path: string | undefined): void {
  if (path !== undefined) form.getInputNode(path)?.focus();
}

interface Formatted extends Omit<TextInputProps, "value" | "onChange" | "defaultValue"> {
  value?: string;
  onChange?: (value: string) => void;
}

/** Hyphens come by themselves; the value keeps them, the API takes both. */
export function BusinessNumberInput({ value = "", onChange, ...rest }: Formatted) {
  return (
    <TextInput
      inputMode="numeric"
      placeholder="000-00-00000"
      {...rest}
      value={value}
      onChange={(event) => onChange?.(formatBusinessNumber(event.currentTarget.value))}
    />
  );
}

export function PhoneInput({ value = "", onChange, ...rest }: Formatted) {
  return (
    <TextInput
      type="tel"
      autoComplete="tel"
      inputMode="tel"
      {...rest}
      value={value}
      onChange={(event) => onChange?.(formatPhone(event.currentTarget.value))}
    />
  );
}

interface MoneyInputProps extends Omit<TextInputProps, "value" | "onChange" | "defaultValue"> {
  value?: MoneyValue | undefined;
  currency?: string;
  onChange?: (value: MoneyValue | undefined) => void;
}

/** An amount that is grouped when one leaves the field; what is not an amount stays, with the reason. */
export function MoneyInput({ value, currency = "KRW", onChange, error, ...rest }: MoneyInputProps) {
  const t = useT("common").form;
  const [draft, setDraft] = useState<string>();
  const shown = draft ?? (value === undefined ? "" : formatAmount(value));
  const wrong = draft !== undefined && draft.trim() !== "" && parseMoney(draft, currency) === undefined;
  return (
    <TextInput
      inputMode="numeric"
      rightSection={<span aria-hidden>{currency === "KRW" ? "원" : currency}</span>}
      rightSectionWidth={48}
      {...rest}
      styles={{ input: { textAlign: "end", fontVariantNumeric: "tabular-nums" } }}
      error={wrong ? t.money : error}
      value={shown}
      onChange={(event) => {
        setDraft(event.currentTarget.value);
        onChange?.(parseMoney(event.currentTarget.value, currency));
      }}
      onBlur={(event) => {
        if (!wrong) setDraft(undefined);
        rest.onBlur?.(event);
      }}
    />
  );
}
