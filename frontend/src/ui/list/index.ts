export { DataList, Pager } from "./DataList";
export { PlainList } from "./PlainList";
export type { Column, Filter, Page, PageQuery, Selection } from "./types";
export { type List, useList } from "./useList";
