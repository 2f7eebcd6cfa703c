import { describe, expect, it } from "vitest";
import { change, nextSort, readListState, type Search } from "@/lib/url-state";
import { parseSearch, stringifySearch } from "@/ui/router";

/** As the browser does it: into the address and out of it again. */
const reload = (search: Search): Search => parseSearch(stringifySearch(search));

describe("a list's state in the address", () => {
  it("survives a reload", () => {
    let search: Search = {};
    search = reload(change.filter(search, "state", "paid"));
    search = reload(change.sort(search, "-created_at"));
    expect(readListState(search)).toEqual({
      filters: { state: "paid" },
      sort: "-created_at",
      cursor: undefined,
      back: [],
      tab: undefined,
    });
  });

  it("pages forward and finds the way back to the first page", () => {
    let search: Search = { state: "paid" };
    search = reload(change.next(search, "AAA"));
    search = reload(change.next(search, "BBB"));
    expect(readListState(search)).toMatchObject({ cursor: "BBB", back: [".", "AAA"] });
    search = reload(change.previous(search));
    expect(readListState(search)).toMatchObject({ cursor: "AAA", back: ["."] });
    search = reload(change.previous(search));
    expect(search).toEqual({ state: "paid" });
  });

  it("starts again at the first page when what is listed changes", () => {
    const deep = change.next(change.next({}, "AAA"), "BBB");
    for (const search of [change.filter(deep, "q", "빵"), change.sort(deep, "name"), change.tab(deep, "done"), change.clear(deep)]) {
      expect(readListState(reload(search))).toMatchObject({ cursor: undefined, back: [] });
    }
  });

  it("drops a filter that is emptied", () => {
    expect(reload(change.filter({ q: "빵" }, "q", ""))).toEqual({});
  });

  it("turns the order of a column up, down and off", () => {
    expect(nextSort(undefined, "name")).toBe("name");
    expect(nextSort("name", "name")).toBe("-name");
    expect(nextSort("-name", "name")).toBeUndefined();
    expect(nextSort("-name", "amount")).toBe("amount");
  });
});
