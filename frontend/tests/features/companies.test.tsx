import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { everyPage } from "@/api/pages";
import { losesMoney } from "@/features/catalog/model/loss";
import { CompanyPicker } from "@/features/catalog/parts/company-picker";
import { common } from "@/i18n/ko/common";
import { company } from "@/i18n/ko/company";
import { WordsProvider } from "@/i18n/provider";

const COMPANIES = [
  { id: "co_1", name: "한빛서점", slug: "hanbit-books" },
  { id: "co_2", name: "한빛제빵", slug: "hanbit" },
  { id: "co_3", name: "두레마트", slug: "dure" },
];

/** Roles are computed slowly in jsdom. */
const SLOW_MS = 60_000;
const PATIENT = { timeout: 15_000 };

const asked: Record<string, unknown>[] = [];

vi.mock("@/api/client", () => ({
  call: (answer: unknown) => answer,
  api: {
    GET: (_path: string, { params: { query } }: { params: { query: { q?: string; ids?: string } } }) => {
      asked.push(query);
      const ids = query.ids?.split(",");
      const items = COMPANIES.filter(({ id, name }) => (ids === undefined ? name.includes(query.q ?? "") : ids.includes(id)));
      return Promise.resolve({ items });
    },
  },
}));

function Field({ first, onChoose }: { first: string[]; onChoose: (ids: string[]) => void }) {
  const [value, setValue] = useState(first);
  const change = (ids: string[]) => {
    setValue(ids);
    onChoose(ids);
  };
  return <CompanyPicker label="공급할 회사" value={value} onChange={change} />;
}

function show(first: string[] = []) {
  const chosen = vi.fn();
  Element.prototype.scrollIntoView = vi.fn();
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <WordsProvider face="company" locale="ko" dictionaries={{ common, company }}>
        <MantineProvider env="test">
          <Field first={first} onChoose={chosen} />
        </MantineProvider>
      </WordsProvider>
    </QueryClientProvider>,
  );
  return { chosen, field: screen.getByRole("combobox", { name: "공급할 회사" }) };
}

beforeEach(() => void asked.splice(0));

describe("choosing companies", () => {
  it("finds them as one types, and by keyboard makes each a chip that can be taken away", async () => {
    const { chosen, field } = show();
    fireEvent.focus(field);
    fireEvent.change(field, { target: { value: "한빛" } });
    await waitFor(() => expect(asked).toContainEqual(expect.objectContaining({ q: "한빛" })), PATIENT);
    await screen.findByRole("option", { name: /한빛제빵/ }, PATIENT);
    await waitFor(() => expect(screen.queryByText("dure")).toBeNull(), PATIENT);
    expect(field.getAttribute("aria-expanded")).toBe("true");

    fireEvent.keyDown(field, { code: "ArrowDown", key: "ArrowDown" });
    fireEvent.keyDown(field, { code: "Enter", key: "Enter" });
    expect(chosen).toHaveBeenLastCalledWith(["co_1"]);
    // One that was chosen is offered no more.
    await waitFor(() => expect(screen.queryByText("hanbit-books")).toBeNull(), PATIENT);

    fireEvent.click(screen.getByRole("button", { name: "한빛서점 빼기" }));
    expect(chosen).toHaveBeenLastCalledWith([]);
  }, SLOW_MS);

  it("shows those chosen before by name, and Backspace takes the last one away", async () => {
    const { chosen, field } = show(["co_3", "co_2"]);
    await screen.findByText("두레마트");
    await screen.findByText("한빛제빵");
    expect(asked).toContainEqual(expect.objectContaining({ ids: "co_3,co_2" }));
    fireEvent.keyDown(field, { code: "Backspace", key: "Backspace" });
    expect(chosen).toHaveBeenLastCalledWith(["co_3"]);
  }, SLOW_MS);
});

describe("a list that is read as a whole", () => {
  it("follows the cursors to the end", async () => {
    const pages: Record<string, { items: number[]; next?: string }> = { "": { items: [1, 2], next: "b" }, b: { items: [3], next: "c" }, c: { items: [4] } };
    const read = vi.fn((cursor: string | undefined) => Promise.resolve(pages[cursor ?? ""] ?? { items: [] }));
    expect(await everyPage(read)).toEqual({ items: [1, 2, 3, 4] });
    expect(read).toHaveBeenCalledTimes(3);
  });

  it("does not go round in circles", async () => {
    const read = vi.fn(() => Promise.resolve({ items: [1], next: "a" }));
    expect(await everyPage(read)).toEqual({ items: [1, 1] });
  });
});

describe("a product", () => {
  const variant = (status: string, minor: number) => ({ status, margin_after_fee: { minor } });
  it("loses money where the fee eats the margin", () => {
    const of = (contract: string, ...variants: ReturnType<typeof variant>[]) => losesMoney({ contract, loss: false, variants });
    expect(of("resale", variant("active", 1), variant("active", -1))).toBe(true);
    expect(of("resale", variant("active", 0), variant("ended", -1))).toBe(false);
    expect(of("own", variant("active", -1))).toBe(false);
    expect(losesMoney({ contract: "agency", loss: true, variants: [] })).toBe(true);
  });
});
