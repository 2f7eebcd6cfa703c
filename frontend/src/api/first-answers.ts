/**
 * What the server has put into the page of a shop: the answers to its first questions, so that they need not be asked
 * after the scripts have come. They are as old as the page, and read again when they are out of date.
 */
import type { Schemas } from "./types";

interface FirstAnswers {
  shop?: Schemas["ShopHome"];
  product?: Schemas["Product"];
}

let read: FirstAnswers | undefined;

function answers(): FirstAnswers {
  const text = document.getElementById("first-answers")?.textContent ?? "{}";
  read ??= JSON.parse(text) as FirstAnswers;
  return read;
}

export const firstAnswersAt = performance.timeOrigin;

/** An answer, if the page has one and it is to this question; a product's also only in its own shop. */
export function firstAnswer<Name extends keyof FirstAnswers>(
  name: Name,
  fits: (answer: NonNullable<FirstAnswers[Name]>) => boolean,
  inShop: (shop: Schemas["ShopHome"]) => boolean = () => true,
): FirstAnswers[Name] {
  const { [name]: answer, shop } = answers();
  return answer !== undefined && shop !== undefined && inShop(shop) && fits(answer) ? answer : undefined;
}
