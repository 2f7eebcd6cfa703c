import { act, cleanup, render, screen } from "@testing-library/react";
import { MantineProvider } from "@mantine/core";
import { afterEach, describe, expect, it } from "vitest";
import { Problem } from "@/api/problem";
import { loadDictionaries } from "@/i18n/dictionaries";
import { errors } from "@/i18n/ko/errors";
import { WordsProvider } from "@/i18n/provider";
import { ProblemAlert } from "@/ui/ProblemAlert";

afterEach(cleanup);

const refused = new Problem({ status: 404, code: "request.not_found", title: "Not found" });

async function show(problem: Problem | undefined) {
  const dictionaries = await loadDictionaries("ko", "shop");
  await act(async () => {
    render(
      <MantineProvider>
        <WordsProvider face="shop" locale="ko" dictionaries={dictionaries}>
          <ProblemAlert problem={problem} />
        </WordsProvider>
      </MantineProvider>,
    );
  });
  return dictionaries;
}

describe("the shop's words for errors", () => {
  it("are no part of a first visit, and come with the first problem", async () => {
    const dictionaries = await show(refused);
    expect(dictionaries.errors).toBeUndefined();
    expect(await screen.findByText(errors["request.not_found"])).toBeDefined();
  });

  it("are not waited for to say that there is no connection", async () => {
    const dictionaries = await show(Problem.network());
    expect(dictionaries.common?.state.unreachable).toBe(errors["client.network"]);
    expect(screen.getByRole("alert").textContent).toBe(errors["client.network"]);
  });
});
