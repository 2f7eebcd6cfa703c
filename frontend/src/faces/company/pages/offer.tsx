/** One supply offer: what it is, and selling it in the own shop at the own price. */
import { Stack, Text } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMay } from "@/api/permission";
import { CategorySelect } from "@/features/catalog";
import { ListOfferForm, type Offer, ratePercent, UnlistButton, useOffer } from "@/features/supply";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { Facts } from "@/ui/Facts";
import { ButtonLink } from "@/ui/links";
import { useNotify } from "@/ui/notify";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Badge } from "@/ui/StateBadge";
import { ForbiddenState, Loaded } from "@/ui/states";
import classes from "./offer.module.css";

export function OfferPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useOffer(id)}>{(offer) => <OfferCase offer={offer} />}</Loaded>;
}

function OfferCase({ offer }: { offer: Offer }) {
  const t = useT("company").supply;
  const common = useT("common");
  const say = usePick();
  const may = useMay();
  const navigate = useNavigate();
  const notify = useNotify();
  const canList = may("catalog_manage");
  return (
    <>
      <PageHeader
        title={say(offer.name, offer.name_en)}
        badge={offer.listed ? <Badge tone="positive">{t.listed}</Badge> : undefined}
        intro={offer.supplier.name}
        crumbs={[{ label: t.title, to: "/company/supply-offers" }]}
        actions={offer.listed && canList ? <UnlistButton id={offer.registered_item_id} /> : undefined}
      />
      <Stack>
        <Panel title={t.about}>
          <div className={classes.about}>
            {offer.picture_url !== undefined && <img src={offer.picture_url} alt="" className={classes.picture} />}
            <Stack gap="sm">
              <Facts
                facts={[
                  { label: common.trade.contractLabel, value: `${common.trade.contract[offer.contract]} — ${t.contracts[offer.contract]}` },
                  { label: t.quantity, value: t.range(offer.min_quantity, offer.max_quantity) },
                  { label: t.unit, value: `${common.trade.lines.unit(offer.unit)} · ${common.trade.taxClass[offer.tax_class]}` },
                  { label: t.feeRate, value: ratePercent(offer.fee_rate) },
                ]}
              />
              <Text size="sm" className={classes.description}>
                {say(offer.description, offer.description_en)}
              </Text>
            </Stack>
          </div>
        </Panel>
        {offer.listed ? (
          <Panel title={t.listed}>
            <Text size="sm" mb="sm">
              {t.listedBody}
            </Text>
            <ButtonLink to="/company/listings" search={{ q: offer.name }} variant="default">
              {t.toListing}
            </ButtonLink>
          </Panel>
        ) : (
          <Panel title={t.listTitle}>
            {canList ? (
              <ListOfferForm
                offer={offer}
                category={(value, onChange) => <CategorySelect of="shop" label={t.category} value={value} onChange={onChange} />}
                onListed={({ id }) => {
                  notify.done(t.listDone);
                  void navigate({ to: "/company/listings/$id", params: { id } });
                }}
              />
            ) : (
              <ForbiddenState />
            )}
          </Panel>
        )}
      </Stack>
    </>
  );
}
