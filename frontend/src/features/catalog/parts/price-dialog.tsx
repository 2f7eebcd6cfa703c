/** The prices of an option over time, and setting the next one: at once or from a day on. */
import { Modal, Stack, Tabs, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useLocale, useT } from "@/i18n/provider";
import { addDays, formatDate, startOfDay } from "@/lib/dates";
import type { MoneyValue } from "@/lib/money";
import { AppForm, MoneyInput, useAppForm, useRules } from "@/ui/form";
import { type Column, PlainList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { Badge, type Tone } from "@/ui/StateBadge";
import { EmptyState, Loaded, PendingState } from "@/ui/states";
import { byTime, stageOf, type Stage } from "../model/prices";
import { type Price, type PriceKind, usePrices, type Variant } from "../queries";
import { type NewPrice, useSetPrice } from "../writes";

const KINDS: readonly PriceKind[] = ["selling", "supply", "list"];
const TONE: Record<Stage, Tone> = { past: "neutral", now: "positive", planned: "brand" };

interface PriceDialogProps {
  variant: Variant;
  canPrice: boolean;
  zone: string;
  onClose: () => void;
}

export function PriceDialog({ variant, canPrice, zone, onClose }: PriceDialogProps) {
  const t = useT("company").catalog;
  const common = useT("common");
  const [kind, setKind] = useState<PriceKind>("selling");
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={`${t.prices.title}: ${variant.name}`}
      closeButtonProps={{ "aria-label": common.act.close }}
    >
      <Tabs value={kind} onChange={(value) => setKind((value ?? "selling") as PriceKind)}>
        <Tabs.List>
          {KINDS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t.fields[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {KINDS.map((each) => (
          <Tabs.Panel key={each} value={each} pt="md">
            {each === kind && (
              <Stack gap="lg">
                {canPrice && <SetPrice variant={variant} kind={each} zone={zone} />}
                <History variant={variant.id} kind={each} zone={zone} />
              </Stack>
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Modal>
  );
}

interface PriceValues {
  [key: string]: unknown;
  amount: MoneyValue | undefined;
  from: string;
  to: string;
}

function SetPrice({ variant, kind, zone }: { variant: Variant; kind: PriceKind; zone: string }) {
  const t = useT("company").catalog.prices;
  const rules = useRules();
  const notify = useNotify();
  const form = useAppForm<PriceValues>({
    initialValues: { amount: undefined, from: "", to: "" },
    validate: {
      amount: rules.required,
      to: (to, { from }) => (to !== "" && from !== "" && to < from ? t.order : null),
    },
  });
  const set = useSetPrice(variant.id, () => {
    notify.done(t.done);
    form.reset();
  });
  const toBody = ({ amount, from, to }: PriceValues): NewPrice => ({
    kind,
    amount: amount ?? { minor: 0, currency: "KRW" },
    ...(from === "" ? {} : { valid_from: startOfDay(from, zone) }),
    // The last day belongs to the period, so it ends as the next one begins.
    ...(to === "" ? {} : { valid_to: startOfDay(addDays(to, 1), zone) }),
  });
  const { supply } = variant.prices;
  const below = kind === "selling" && supply !== undefined && form.values.amount !== undefined && form.values.amount.minor < supply.minor;
  return (
    <AppForm form={form} write={set} toInput={toBody} names={{ valid_from: "from", valid_to: "to" }} submitLabel={t.set}>
      <MoneyInput label={t.amount} required data-autofocus {...form.getInputProps("amount")} key={form.key("amount")} />
      {below && (
        <Text size="sm" c="var(--tone-danger-fg)" role="status">
          {t.belowSupply}
        </Text>
      )}
      <TextInput type="date" label={t.from} description={t.fromHint} {...form.getInputProps("from")} key={form.key("from")} />
      <TextInput type="date" label={t.to} description={t.toHint} {...form.getInputProps("to")} key={form.key("to")} />
    </AppForm>
  );
}

function History({ variant, kind, zone }: { variant: string; kind: PriceKind; zone: string }) {
  const t = useT("company").catalog.prices;
  const { locale } = useLocale();
  const now = Date.now();
  const columns: Column<Price>[] = [
    { key: "amount", head: t.amount, align: "end", card: "title", cell: (price) => <Money value={price.amount} fw={600} /> },
    {
      key: "period",
      head: t.period,
      cell: (price) => (
        <span className="figures">
          {formatDate(price.valid_from, locale, zone)} –{" "}
          {price.valid_to === undefined ? t.onwards : formatDate(new Date(Date.parse(price.valid_to) - 1).toISOString(), locale, zone)}
        </span>
      ),
    },
    {
      key: "stage",
      head: t.stage,
      cell: (price) => {
        const stage = stageOf(price, now);
        return <Badge tone={TONE[stage]}>{t.stages[stage]}</Badge>;
      },
    },
  ];
  return (
    <Loaded query={usePrices(variant, kind)} pending={<PendingState lines={2} />}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title={t.none} />
        ) : (
          <PlainList label={t.history} rows={byTime(items)} rowKey={(price) => price.id} columns={columns} />
        )
      }
    </Loaded>
  );
}
