/** Where a key, an endpoint and a delivery stand. */
import { useT } from "@/i18n/provider";
import { Badge, type Tone } from "@/ui/StateBadge";
import type { ApiKey, Delivery, Endpoint } from "../queries";

const OF_KEY: Record<ApiKey["state"], Tone> = { active: "positive", expired: "neutral", revoked: "neutral" };

export function ApiKeyStateBadge({ state }: { state: ApiKey["state"] }) {
  return <Badge tone={OF_KEY[state]}>{useT("company").integrations.keys.states[state]}</Badge>;
}

export function EndpointBadge({ endpoint }: { endpoint: Endpoint }) {
  const t = useT("company").integrations.webhooks.states;
  if (!endpoint.enabled) return <Badge tone={endpoint.off_reason === "person" ? "neutral" : "danger"}>{t.off}</Badge>;
  return endpoint.failing_since === undefined ? <Badge tone="positive">{t.on}</Badge> : <Badge tone="caution">{t.failing}</Badge>;
}

const OF_DELIVERY: Record<Delivery["state"], Tone> = { pending: "caution", delivered: "positive", failed: "danger", skipped: "neutral" };

export function DeliveryBadge({ state }: { state: Delivery["state"] }) {
  return <Badge tone={OF_DELIVERY[state]}>{useT("company").integrations.deliveries.states[state]}</Badge>;
}
