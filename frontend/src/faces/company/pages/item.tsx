/** One item: what it is, its options and prices, pictures, its listing and its offer to distributors. */
import { Tabs } from "@mantine/core";
import { useNavigate, useParams } from "@tanstack/react-router";
import { useMay, useUses } from "@/api/permission";
import { type Item, ItemBasics, ItemListing, ItemOffer, ItemPictures, ItemVariants, ListingBadge, useItem } from "@/features/catalog";
import { useProfile } from "@/features/company";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { DEFAULT_ZONE } from "@/lib/dates";
import { useList } from "@/ui/list";
import { PageHeader } from "@/ui/PageHeader";
import { Badge } from "@/ui/StateBadge";
import { Loaded } from "@/ui/states";

const TABS = ["basics", "variants", "pictures", "listing", "offer"] as const;

export function ItemPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  return <Loaded query={useItem(id)}>{(item) => <ItemEditor item={item} />}</Loaded>;
}

function ItemEditor({ item }: { item: Item }) {
  const t = useT("company").catalog;
  const say = usePick();
  const may = useMay();
  const uses = useUses();
  const navigate = useNavigate();
  const list = useList();
  const profile = useProfile();
  const tab = list.tab ?? "basics";
  const canEdit = may("catalog_manage");
  return (
    <>
      <PageHeader
        title={say(item.name, item.name_en)}
        badge={item.status === "active" ? item.listing_status && <ListingBadge status={item.listing_status} /> : <Badge>{t.archived}</Badge>}
        intro={<span className="figures">{item.code}</span>}
        crumbs={[{ label: t.items, to: "/company/items" }]}
      />
      <Tabs value={tab} onChange={(value) => list.setTab(value ?? "basics")} keepMounted={false}>
        <Tabs.List mb="lg">
          {TABS.filter((each) => (each === "listing" ? uses("shop") : each === "offer" ? uses("supply") : true)).map((each) => (
            <Tabs.Tab key={each} value={each}>
              {t.tabs[each]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="basics">
          {/* After a save the form starts anew from what the server has. */}
          <ItemBasics key={item.version} item={item} canEdit={canEdit} />
        </Tabs.Panel>
        <Tabs.Panel value="variants">
          <ItemVariants item={item} canEdit={canEdit} canPrice={may("prices_manage")} zone={profile.data?.time_zone ?? DEFAULT_ZONE} />
        </Tabs.Panel>
        <Tabs.Panel value="pictures">
          <ItemPictures item={item} canEdit={canEdit} />
        </Tabs.Panel>
        <Tabs.Panel value="listing">
          <ItemListing
            item={item}
            canEdit={canEdit}
            onListed={({ id }) => void navigate({ to: "/company/listings/$id", params: { id } })}
          />
        </Tabs.Panel>
        <Tabs.Panel value="offer">
          <ItemOffer key={item.offer?.version ?? 0} item={item} canEdit={canEdit} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
