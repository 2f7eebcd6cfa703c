/** Categories of items and of the shop, and how the two are matched. */
import { SimpleGrid } from "@mantine/core";
import { useMay, useUses } from "@/api/permission";
import { ItemCategories, ShopCategories } from "@/features/catalog";
import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";

export function CategoriesPage() {
  const t = useT("company").catalog.categories;
  const canEdit = useMay()("catalog_manage");
  const hasShop = useUses()("shop");
  return (
    <>
      <PageHeader title={t.title} intro={t.intro} />
      <SimpleGrid cols={{ base: 1, xl: 2 }} style={{ alignItems: "start" }}>
        <ItemCategories canEdit={canEdit} />
        {hasShop && <ShopCategories canEdit={canEdit} />}
      </SimpleGrid>
    </>
  );
}
