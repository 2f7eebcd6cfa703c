import { describe, expect, it } from "vitest";
import { rewriteFor } from "@/faces/shop/host";
import { safeReturn } from "@/faces/shop/pages/account";

const rewrite = rewriteFor("hanbit");
const through = (direction: "input" | "output", path: string) => {
  const url = new URL(path, "http://hanbit.localhost:8080");
  const result = rewrite[direction]?.({ url });
  return result instanceof URL ? result.pathname + result.search : url.pathname + url.search;
};

describe("a shop at its own host", () => {
  it("answers its pages without the prefix", () => {
    expect(through("input", "/")).toBe("/shop/hanbit");
    expect(through("input", "/products/bread?x=1")).toBe("/shop/hanbit/products/bread?x=1");
    expect(through("output", "/shop/hanbit")).toBe("/");
    expect(through("output", "/shop/hanbit/cart")).toBe("/cart");
  });

  it("leaves the platform's pages and other shops where they are", () => {
    expect(through("input", "/sign-in?to=/cart")).toBe("/sign-in?to=/cart");
    expect(through("input", "/shop/dure")).toBe("/shop/dure");
    expect(through("output", "/shop/hanbit2")).toBe("/shop/hanbit2");
    expect(through("output", "/sign-in")).toBe("/sign-in");
  });
});

describe("the way back after signing in", () => {
  it("never leads elsewhere", () => {
    expect(safeReturn("/shop/hanbit/cart")).toBe("/shop/hanbit/cart");
    expect(safeReturn("//evil.example")).toBe("/");
    expect(safeReturn("/\\evil.example")).toBe("/");
    expect(safeReturn("https://evil.example")).toBe("/");
    expect(safeReturn(undefined)).toBe("/");
  });
});
