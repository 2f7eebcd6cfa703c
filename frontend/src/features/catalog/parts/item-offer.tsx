/** Offering an item to distributors: under which contract, to whom, in what quantity, and from which price up. */
import { Button, NumberInput, Radio, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { AppForm, useAppForm } from "@/ui/form";
import { Money } from "@/ui/Money";
import { useNotify } from "@/ui/notify";
import { Badge } from "@/ui/StateBadge";
import type { Item } from "../queries";
import { type OfferBody, useEndOffer, useOfferItem } from "../writes";
import { CompanyPicker } from "./company-picker";

const CONTRACTS = ["resale", "consignment", "agency"] as const;

interface Values {
  [key: string]: unknown;
  contract: (typeof CONTRACTS)[number];
  visibility: "all" | "chosen";
  companies: string[];
  min_quantity: number | string;
  max_quantity: number | string;
  floor_percent: number | string;
}

/** 80 (percent) → "0.8", as the API writes a share. */
export const floorRate = (percent: number | string): string | undefined =>
  percent === "" ? undefined : String(Number(percent) / 100);

const toBody = (values: Values): OfferBody => {
  const rate = floorRate(values.floor_percent);
  return {
    contract: values.contract,
    visibility: values.visibility,
    ...(values.visibility === "chosen" ? { companies: values.companies } : {}),
    min_quantity: Number(values.min_quantity) || 1,
    ...(values.max_quantity === "" ? {} : { max_quantity: Number(values.max_quantity) }),
    ...(rate === undefined ? {} : { price_floor_rate: rate }),
  };
};

export function ItemOffer({ item, canEdit }: { item: Item; canEdit: boolean }) {
  const t = useT("company").catalog.offer;
  const common = useT("common");
  const notify = useNotify();
  const { offer } = item;
  const standing = offer?.status === "active";
  const save = useOfferItem(item.id, offer?.version, () => notify.done(standing ? common.state.saved : t.started));
  const form = useAppForm<Values>({
    initialValues: {
      contract: offer?.contract ?? "resale",
      visibility: offer?.visibility === "chosen" ? "chosen" : "all",
      companies: offer?.companies ?? [],
      min_quantity: offer?.min_quantity ?? 1,
      max_quantity: offer?.max_quantity ?? "",
      floor_percent: offer?.price_floor_rate === undefined ? "" : Math.round(Number(offer.price_floor_rate) * 10_000) / 100,
    },
    validate: {
      companies: (chosen, { visibility }) => (visibility === "chosen" && chosen.length === 0 ? t.companiesRequired : null),
      max_quantity: (most, { min_quantity }) => (most !== "" && Number(most) < Number(min_quantity) ? t.quantityOrder : null),
    },
  });
  const chosen = form.values.visibility === "chosen";
  const example = item.variants.find(({ prices }) => prices.list !== undefined)?.prices.list;
  const percent = form.values.floor_percent;

  return (
    <Stack maw={680}>
      <Text>
        {t.intro} {standing && <Badge tone="positive">{t.on}</Badge>}
        {offer?.status === "ended" && <Badge>{t.ended}</Badge>}
      </Text>
      <AppForm
        form={form}
        write={save}
        toInput={toBody}
        names={{ price_floor_rate: "floor_percent" }}
        submitLabel={standing ? common.act.save : t.start}
        aside={standing && canEdit ? <EndOffer item={item.id} /> : undefined}
      >
        <Radio.Group label={t.contract} description={standing ? t.contractFixed : undefined} {...form.getInputProps("contract")}>
          <Stack gap="xs" mt="xs">
            {CONTRACTS.map((contract) => (
              <Radio
                key={contract}
                value={contract}
                disabled={standing || !canEdit}
                label={common.trade.contract[contract]}
                description={t.contracts[contract]}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Radio.Group label={t.visibility} {...form.getInputProps("visibility")}>
          <Stack gap="xs" mt="xs">
            <Radio value="all" label={t.all} disabled={!canEdit} />
            <Radio value="chosen" label={t.chosen} disabled={!canEdit} />
          </Stack>
        </Radio.Group>
        {chosen && (
          <CompanyPicker
            label={t.companies}
            description={t.companiesHint}
            required
            disabled={!canEdit}
            {...form.getInputProps("companies")}
          />
        )}
        <SimpleGrid cols={{ base: 1, xs: 3 }}>
          <NumberInput label={t.least} min={1} allowDecimal={false} disabled={!canEdit} {...form.getInputProps("min_quantity")} key={form.key("min_quantity")} />
          <NumberInput
            label={t.most}
            placeholder={t.unlimited}
            min={1}
            allowDecimal={false}
            disabled={!canEdit}
            {...form.getInputProps("max_quantity")}
            key={form.key("max_quantity")}
          />
          <NumberInput
            label={t.floor}
            placeholder={t.noFloor}
            suffix="%"
            min={0}
            max={100}
            decimalScale={2}
            disabled={!canEdit}
            {...form.getInputProps("floor_percent")}
            key={form.key("floor_percent")}
          />
        </SimpleGrid>
        {example !== undefined && percent !== "" && (
          <Text size="sm" c="dimmed">
            {t.floorExample} <Money value={{ minor: Math.ceil((example.minor * Number(percent)) / 100), currency: example.currency }} />
          </Text>
        )}
      </AppForm>
    </Stack>
  );
}

function EndOffer({ item }: { item: string }) {
  const t = useT("company").catalog.offer;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const end = useEndOffer(item, () => notify.done(t.endDone));
  return (
    <>
      <Button variant="default" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
        {t.end}
      </Button>
      <ConfirmAction opened={asking} onClose={() => setAsking(false)} danger title={t.endAsk} confirmLabel={t.end} input={undefined} write={end}>
        {t.endMeans}
      </ConfirmAction>
    </>
  );
}
