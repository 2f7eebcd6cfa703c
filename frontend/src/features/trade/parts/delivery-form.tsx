/** The delivery confirmation: what is delivered, line by line. It is the key that releases the money. */
import { Button, Group, NumberInput, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useId, useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { FileDrop } from "@/ui/FileDrop";
import { useMoneyText } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { useFileDelivery } from "../company";
import { CARRIERS } from "../model/carriers";
import { shareAfter, shortfallOf, standing } from "../model/shares";
import type { Trade } from "../types";
import classes from "./delivery-form.module.css";

const TEN_MEGABYTES = 10_000_000;

export function DeliveryForm({ trade }: { trade: Trade }) {
  const t = useT("company").trades.delivery;
  const common = useT("common");
  const say = useMoneyText();
  const notify = useNotify();
  const carriers = useId();
  const lines = standing(trade.lines);
  const [quantities, setQuantities] = useState<ReadonlyMap<string, number>>(() => new Map(lines.map((line) => [line.id, line.quantity])));
  const [lots, setLots] = useState<ReadonlyMap<string, string>>(new Map());
  const [carrier, setCarrier] = useState("");
  const [tracking, setTracking] = useState("");
  const [files, setFiles] = useState<readonly File[]>([]);
  const [tried, setTried] = useState(false);
  const [asking, setAsking] = useState(false);
  const write = useFileDelivery(trade.id, () => notify.done(t.done));

  const short = shortfallOf(trade, quantities);
  const empty = lines.every((line) => (quantities.get(line.id) ?? 0) === 0);
  const missing = { carrier: carrier.trim() === "", tracking: tracking.trim() === "" };
  const required = (wrong: boolean) => (tried && wrong ? common.form.required : undefined);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!missing.carrier && !missing.tracking && !empty) setAsking(true);
  };
  const put = <V,>(map: ReadonlyMap<string, V>, key: string, value: V) => new Map(map).set(key, value);

  const [file] = files;
  const input = {
    carrier: carrier.trim(),
    trackingNumber: tracking.trim(),
    file,
    lines: lines.map((line) => {
      const lot = lots.get(line.id)?.trim() ?? "";
      return { line_id: line.id, quantity: quantities.get(line.id) ?? 0, ...(lot === "" ? {} : { lot }) };
    }),
  };
  const released = shareAfter(trade, short);

  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <Text size="sm" c="dimmed">
          {t.intro}
        </Text>
        <ul className={classes.lines}>
          {lines.map((line) => (
            <li key={line.id} className={classes.line}>
              <div>
                <Text fw={600}>
                  {line.name} · {line.variant_name}
                </Text>
                <Text size="xs" c="dimmed">
                  {line.sku} · {t.ordered(common.trade.lines.count(line.quantity, line.unit))}
                </Text>
              </div>
              <NumberInput
                label={t.quantity}
                aria-label={`${line.name} ${line.variant_name} ${t.quantity}`}
                min={0}
                max={line.quantity}
                clampBehavior="strict"
                allowDecimal={false}
                allowNegative={false}
                value={quantities.get(line.id) ?? 0}
                onChange={(value) => setQuantities(put(quantities, line.id, Number(value) || 0))}
              />
              <TextInput
                label={common.trade.delivery.lot}
                aria-label={`${line.name} ${line.variant_name} ${common.trade.delivery.lot}`}
                placeholder={t.lotHint}
                maxLength={60}
                value={lots.get(line.id) ?? ""}
                onChange={(event) => setLots(put(lots, line.id, event.currentTarget.value))}
              />
            </li>
          ))}
        </ul>
        {tried && empty && (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {t.nothing}
          </Text>
        )}
        {short.pieces > 0 && !empty && (
          <Text size="sm" className={classes.short} role="status">
            {short.refund === undefined ? t.short(short.pieces) : t.shortRefund(short.pieces, say(short.refund))}
          </Text>
        )}
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextInput
            label={common.trade.carrier}
            required
            list={carriers}
            maxLength={60}
            error={required(missing.carrier)}
            value={carrier}
            onChange={(event) => setCarrier(event.currentTarget.value)}
          />
          <datalist id={carriers}>
            {CARRIERS.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
          <TextInput
            label={common.trade.tracking}
            required
            inputMode="numeric"
            maxLength={60}
            error={required(missing.tracking)}
            value={tracking}
            onChange={(event) => setTracking(event.currentTarget.value)}
          />
        </SimpleGrid>
        <FileDrop
          label={t.document}
          files={files}
          onChange={setFiles}
          accept={[".pdf", ".png", ".jpg", ".jpeg"]}
          acceptLabel="PDF, PNG, JPG"
          maxBytes={TEN_MEGABYTES}
        />
        <Group>
          <Button type="submit">{t.submit}</Button>
        </Group>
      </Stack>
      <ConfirmAction
        opened={asking}
        onClose={() => setAsking(false)}
        title={t.ask}
        money={released === undefined ? undefined : t.releases(say(released))}
        confirmLabel={t.submit}
        danger={short.pieces > 0}
        input={input}
        write={write}
      >
        <Text>{t.means}</Text>
        {short.pieces > 0 && (
          <Text className={classes.short}>
            {short.refund === undefined ? t.short(short.pieces) : t.shortRefund(short.pieces, say(short.refund))}
          </Text>
        )}
      </ConfirmAction>
    </form>
  );
}
