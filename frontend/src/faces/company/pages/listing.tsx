/** One product of the own shop. */
import { Button, Stack, Text } from "@mantine/core";
import { IconExternalLink } from "@tabler/icons-react";
import { useParams } from "@tanstack/react-router";
import { useMay } from "@/api/permission";
import { type Listing, ListingBadge, ListingPrices, ListingWords, losesMoney, PublishButton, useListing } from "@/features/catalog";
import { useProfile } from "@/features/company";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { AnchorLink } from "@/ui/links";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Loaded } from "@/ui/states";

export function ListingPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useListing(id)}>{(listing) => <Product listing={listing} />}</Loaded>;
}

function Product({ listing }: { listing: Listing }) {
  const t = useT("company").catalog.listing;
  const common = useT("common");
  const say = usePick();
  const may = useMay();
  const shop = useProfile().data?.slug;
  const canEdit = may("catalog_manage") && listing.status !== "ended";
  const own = listing.contract === "own";
  return (
    <>
      <PageHeader
        title={say(listing.title, listing.title_en)}
        badge={<ListingBadge status={listing.status} />}
        crumbs={[{ label: t.all, to: "/company/listings" }]}
        intro={
          <>
            {common.trade.contract[listing.contract]} ·{" "}
            {own && listing.item_id !== undefined ? (
              <AnchorLink to="/company/items/$id" params={{ id: listing.item_id }} underline="always">
                {t.toItem}
              </AnchorLink>
            ) : (
              <AnchorLink to="/company/supply-offers/$id" params={{ id: listing.registered_item_id }} underline="always">
                {t.toOffer}
              </AnchorLink>
            )}
          </>
        }
        actions={
          <>
            {shop !== undefined && (
              <Button
                component="a"
                href={`/shop/${shop}/products/${listing.slug}`}
                target="_blank"
                variant="default"
                leftSection={<IconExternalLink size={16} aria-hidden />}
              >
                {t.preview}
              </Button>
            )}
            {may("catalog_manage") && <PublishButton listing={listing} />}
          </>
        }
      />
      <Stack>
        {losesMoney(listing) && (
          <Panel title={t.lossTitle} tone="danger">
            <Text size="sm">{t.lossBody}</Text>
          </Panel>
        )}
        {listing.status === "ended" && (
          <Panel title={t.endedTitle} tone="caution">
            <Text size="sm">{t.endedBody}</Text>
          </Panel>
        )}
        <Panel title={t.prices}>
          <ListingPrices key={listing.version} listing={listing} canEdit={canEdit} />
        </Panel>
        <Panel title={t.words}>
          <ListingWords key={listing.version} listing={listing} canEdit={canEdit} />
        </Panel>
      </Stack>
    </>
  );
}
