/** Why a payment is held, in words. */
import { useT } from "@/i18n/provider";
import { heldReason } from "../model/held";

export function HeldWhy({ reason }: { reason: string }) {
  const t = useT("operator").payments.why;
  const { code, resolved } = heldReason(reason);
  return (
    <>
      {t[code]} {resolved !== undefined && t.resolved(resolved)}
    </>
  );
}
