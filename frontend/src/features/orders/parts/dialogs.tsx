/** The three things that a buyer decides, each asked in words that say what happens to the money. */
import { Checkbox, NativeSelect, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { Money, useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { cancellable, heldAmount, type Part, refundOf } from "../model/progress";
import { type Cancellation, type OrderKey, useCancelLines, useConfirmPurchase, useMarkArrived } from "../queries";
import classes from "./order-parts.module.css";

export type Asking = "confirm" | "arrived" | "cancel" | undefined;

interface DialogProps {
  part: Part;
  orderKey: OrderKey;
  opened: boolean;
  onClose: () => void;
}

export function Dialogs({ part, orderKey, asking, onClose }: Omit<DialogProps, "opened"> & { asking: Asking }) {
  return (
    <>
      <ConfirmPurchase part={part} orderKey={orderKey} opened={asking === "confirm"} onClose={onClose} />
      <MarkArrived part={part} orderKey={orderKey} opened={asking === "arrived"} onClose={onClose} />
      {asking === "cancel" && <CancelLines part={part} orderKey={orderKey} opened onClose={onClose} />}
    </>
  );
}

function ConfirmPurchase({ part, orderKey, opened, onClose }: DialogProps) {
  const t = useT("shop").order;
  const money = useT("common").money;
  const say = useMoneyText();
  const notify = useNotify();
  const confirm = useConfirmPurchase(orderKey, () => notify.done(t.confirmed));
  return (
    <ConfirmAction
      opened={opened}
      onClose={onClose}
      title={t.confirm}
      money={money.release(say(heldAmount(part)))}
      confirmLabel={t.confirmYes}
      input={part.trade_id}
      write={confirm}
    >
      <Text size="sm">{t.confirmBody(part.supplier.name)}</Text>
    </ConfirmAction>
  );
}

function MarkArrived({ part, orderKey, opened, onClose }: DialogProps) {
  const t = useT("shop").order;
  const say = useMoneyText();
  const arrived = useMarkArrived(orderKey);
  return (
    <ConfirmAction
      opened={opened}
      onClose={onClose}
      title={t.markArrived}
      money={t.arrivedMoney(say(heldAmount(part)))}
      confirmLabel={t.arrivedYes}
      input={part.trade_id}
      write={arrived}
    >
      <Text size="sm">{t.arrivedBody}</Text>
    </ConfirmAction>
  );
}

function CancelLines({ part, orderKey, opened, onClose }: DialogProps) {
  const t = useT("shop").order;
  const pick = usePick();
  const say = useMoneyText();
  const notify = useNotify();
  const cancel = useCancelLines(orderKey, () => notify.done(t.cancelled));
  const open = cancellable(part);
  // With a single line there is nothing to choose; with more, nothing is chosen beforehand.
  const [chosen, setChosen] = useState<readonly string[]>(open.length === 1 ? open.map((line) => line.id) : []);
  const [reason, setReason] = useState<keyof typeof t.reasons | "">("");
  const [words, setWords] = useState("");
  const { amount, whole } = refundOf(part, chosen);
  const said = reason === "" ? "" : reason === "other" ? words.trim() : t.reasons[reason];
  const input: Cancellation = { trade: part.trade_id, lines: whole ? undefined : [...chosen], reason: said };
  return (
    <ConfirmAction
      opened={opened}
      onClose={onClose}
      title={t.cancel}
      money={chosen.length === 0 ? undefined : t.refundMoney(say(amount))}
      confirmLabel={t.cancelYes}
      danger
      ready={chosen.length > 0 && said !== ""}
      input={input}
      write={cancel}
    >
      <Stack gap="md">
        {open.length > 1 && (
          <Checkbox.Group label={t.cancelWhich} value={[...chosen]} onChange={setChosen}>
            {open.map((line) => (
              <div key={line.id} className={classes.pickLine}>
                <Checkbox
                  value={line.id}
                  label={`${pick(line.title, line.title_en)} · ${line.variant_name} · ${t.pieces(line.quantity)}`}
                />
                <Money value={line.amount} />
              </div>
            ))}
          </Checkbox.Group>
        )}
        <NativeSelect
          label={t.cancelReason}
          required
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value as typeof reason)}
          data={[{ value: "", label: t.choose }, ...Object.entries(t.reasons).map(([value, label]) => ({ value, label }))]}
        />
        {reason === "other" && (
          <TextInput label={t.reasonWords} required maxLength={200} value={words} onChange={(event) => setWords(event.currentTarget.value)} />
        )}
        <Text size="sm" c="dimmed">
          {whole ? t.cancelWhole : t.cancelSome}
        </Text>
      </Stack>
    </ConfirmAction>
  );
}
