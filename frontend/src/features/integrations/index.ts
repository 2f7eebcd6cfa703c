/** The programs of a company: API keys, and webhooks with what was sent. */
export { EVENT_TYPES, pretty, PROGRAM_PERMISSIONS } from "./model/choices";
export { ApiKeyStateBadge, DeliveryBadge, EndpointBadge } from "./parts/badges";
export { EndOverlapDialog, MakeKeyDialog, RevokeKeyDialog, RotateKeyDialog } from "./parts/key-dialogs";
export { ReplayRangeDialog } from "./parts/replay-range";
export { EndpointForm } from "./parts/endpoint-form";
export { DeleteEndpointDialog, RotateEndpointDialog, TurnOffDialog } from "./parts/endpoint-dialogs";
export * from "./queries";
