/** Entering what came in, what a count found, and when it is time for more. */
import { Modal, NumberInput, Tabs, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { AppForm, useAppForm, useRules } from "@/ui/form";
import { useNotify } from "@/ui/notify";
import { type StockRow, useAdjust, useReceive, useSetReorderPoint } from "../queries";

const KINDS = ["receive", "adjust", "reorder"] as const;
type Kind = (typeof KINDS)[number];

interface StockDialogProps {
  row: StockRow;
  start?: Kind;
  onClose: () => void;
}

export function StockDialog({ row, start = "receive", onClose }: StockDialogProps) {
  const t = useT("company").stock;
  const common = useT("common");
  const notify = useNotify();
  const [kind, setKind] = useState<Kind>(start);
  const done = () => {
    notify.done(common.state.saved);
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={`${row.name} · ${row.variant_name}`} closeButtonProps={{ "aria-label": common.act.close }}>
      <Text size="sm" c="dimmed" mb="sm" className="figures">
        {row.sku} · {t.now(row.on_hand, row.reserved, row.available)}
      </Text>
      <Tabs value={kind} onChange={(value) => setKind((value ?? "receive") as Kind)}>
        <Tabs.List mb="md">
          {KINDS.map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t[each].tab}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="receive">
          <Receive row={row} onDone={done} />
        </Tabs.Panel>
        <Tabs.Panel value="adjust">
          <Adjust row={row} onDone={done} />
        </Tabs.Panel>
        <Tabs.Panel value="reorder">
          <Reorder row={row} onDone={done} />
        </Tabs.Panel>
      </Tabs>
    </Modal>
  );
}

interface FormProps {
  row: StockRow;
  onDone: () => void;
}

const whole = { allowDecimal: false, allowNegative: false } as const;

function Receive({ row, onDone }: FormProps) {
  const t = useT("company").stock.receive;
  const rules = useRules();
  const receive = useReceive(row, onDone);
  const form = useAppForm<{ quantity: number | string; reason: string }>({
    initialValues: { quantity: "", reason: "" },
    validate: { quantity: rules.required },
  });
  return (
    <AppForm
      form={form}
      write={receive}
      submitLabel={t.submit}
      toInput={({ quantity, reason }) => ({ quantity: Number(quantity), ...(reason.trim() === "" ? {} : { reason: reason.trim() }) })}
    >
      <NumberInput label={t.quantity} required min={1} max={1_000_000} {...whole} data-autofocus {...form.getInputProps("quantity")} key={form.key("quantity")} />
      <TextInput label={t.reason} placeholder={t.reasonHint} maxLength={200} {...form.getInputProps("reason")} key={form.key("reason")} />
    </AppForm>
  );
}

function Adjust({ row, onDone }: FormProps) {
  const t = useT("company").stock.adjust;
  const rules = useRules();
  const adjust = useAdjust(row, onDone);
  const form = useAppForm<{ on_hand: number | string; reason: string }>({
    initialValues: { on_hand: row.on_hand, reason: "" },
    validate: { on_hand: rules.required, reason: rules.required },
  });
  const difference = Number(form.values.on_hand) - row.on_hand;
  return (
    <AppForm
      form={form}
      write={adjust}
      submitLabel={t.submit}
      toInput={({ on_hand, reason }) => ({ on_hand: Number(on_hand), reason: reason.trim() })}
    >
      <NumberInput label={t.counted} required min={0} {...whole} {...form.getInputProps("on_hand")} key={form.key("on_hand")} />
      {difference !== 0 && (
        <Text size="sm" role="status" className="figures">
          {t.difference(difference)}
        </Text>
      )}
      <TextInput label={t.reason} required maxLength={200} {...form.getInputProps("reason")} key={form.key("reason")} />
    </AppForm>
  );
}

function Reorder({ row, onDone }: FormProps) {
  const t = useT("company").stock.reorder;
  const rules = useRules();
  const set = useSetReorderPoint(row, onDone);
  const form = useAppForm<{ reorder_at: number | string }>({
    initialValues: { reorder_at: row.reorder_at },
    validate: { reorder_at: rules.required },
  });
  return (
    <AppForm form={form} write={set} submitLabel={t.submit} toInput={({ reorder_at }) => ({ reorder_at: Number(reorder_at) })}>
      <NumberInput label={t.at} description={t.hint} required min={0} {...whole} {...form.getInputProps("reorder_at")} key={form.key("reorder_at")} />
    </AppForm>
  );
}
