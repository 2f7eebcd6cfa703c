/** Putting a product on sale and taking it off. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useNotify } from "@/ui/notify";
import type { ListingRow } from "../queries";
import { usePublish } from "../writes";

export function PublishButton({ listing, size }: { listing: Pick<ListingRow, "id" | "status" | "loss" | "title">; size?: string }) {
  const t = useT("company").catalog.listing;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const shown = listing.status === "published";
  const publish = usePublish(listing.id, () => notify.done(shown ? t.unpublished : t.publishedDone));
  if (listing.status === "ended") return null;
  const label = shown ? t.unpublish : t.publish;
  return (
    <>
      <Button size={size ?? "sm"} variant={shown ? "default" : "filled"} onClick={() => setAsking(true)}>
        {label}
      </Button>
      <ConfirmAction
        opened={asking}
        onClose={() => setAsking(false)}
        title={`${listing.title}: ${label}`}
        confirmLabel={label}
        danger={shown || listing.loss}
        input={!shown}
        write={publish}
      >
        {shown ? t.unpublishMeans : listing.loss ? t.publishLoss : t.publishMeans}
      </ConfirmAction>
    </>
  );
}
