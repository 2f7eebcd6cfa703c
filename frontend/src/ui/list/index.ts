export { DataList, Pager } from "./DataList";
export type { Column, Filter, Page, PageQuery, Selection } from "./types";
export { type List, useList } from "./useList";
