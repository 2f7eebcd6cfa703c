/** The shapes of trades, under the names that this feature and its readers use. */
import type { Schemas } from "@/api/types";

export type Trade = Schemas["Trade"];
export type TradeRow = Schemas["TradeRow"];
export type TradeLine = Trade["lines"][number];
export type Finding = Schemas["Finding"];
export type TimelineStep = Trade["timeline"][number];
export type BulkAnswer = Schemas["BulkAnswer"];
