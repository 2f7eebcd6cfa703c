/** Taking another company's item out of the own shop. */
import { Button } from "@mantine/core";
import { useState } from "react";
import { useT } from "@/i18n/provider";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useNotify } from "@/ui/notify";
import { useUnlistOffer } from "../queries";

export function UnlistButton({ id }: { id: string }) {
  const t = useT("company").supply;
  const notify = useNotify();
  const [asking, setAsking] = useState(false);
  const unlist = useUnlistOffer(id, () => notify.done(t.unlisted));
  return (
    <>
      <Button variant="default" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
        {t.unlist}
      </Button>
      <ConfirmAction opened={asking} onClose={() => setAsking(false)} danger title={t.unlistAsk} confirmLabel={t.unlist} input={undefined} write={unlist}>
        {t.unlistMeans}
      </ConfirmAction>
    </>
  );
}
