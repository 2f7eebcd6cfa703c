/** A new item. */
import { useNavigate } from "@tanstack/react-router";
import { useMay } from "@/api/permission";
import { NewItemForm } from "@/features/catalog";
import { useT } from "@/i18n/provider";
import { PageHeader } from "@/ui/PageHeader";
import { ForbiddenState } from "@/ui/states";

export function NewItemPage() {
  const t = useT("company").catalog;
  const may = useMay();
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={t.newItem} intro={t.newIntro} crumbs={[{ label: t.items, to: "/company/items" }]} />
      {may("catalog_manage") ? (
        <NewItemForm
          onCreated={({ id }) => void navigate({ to: "/company/items/$id", params: { id }, search: { tab: "pictures" } })}
        />
      ) : (
        <ForbiddenState />
      )}
    </>
  );
}
