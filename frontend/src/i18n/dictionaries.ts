/** Loads the dictionaries that a face needs, in one language, so that no page downloads the words of another. */
import type { Approval } from "./ko/approval";
import type { Audit } from "./ko/audit";
import type { Common } from "./ko/common";
import type { Company } from "./ko/company";
import type { Errors, Reasons } from "./ko/errors";
import type { Operator } from "./ko/operator";
import type { Shop } from "./ko/shop";
import type { Locale } from "./locale";

export interface Dictionaries {
  common: Common;
  errors: Errors;
  reasons: Reasons;
  shop: Shop;
  company: Company;
  operator: Operator;
  audit: Audit;
  approval: Approval;
}

export type Face = "shop" | "company" | "operator";

const LOAD = {
  ko: {
    common: () => import("./ko/common"),
    errors: () => import("./ko/errors"),
    shop: () => import("./ko/shop"),
    company: () => import("./ko/company"),
    operator: () => import("./ko/operator"),
    audit: () => import("./ko/audit"),
    approval: () => import("./ko/approval"),
  },
  en: {
    common: () => import("./en/common"),
    errors: () => import("./en/errors"),
    shop: () => import("./en/shop"),
    company: () => import("./en/company"),
    operator: () => import("./en/operator"),
    audit: () => import("./en/audit"),
    approval: () => import("./en/approval"),
  },
} as const;

/** A buyer who only looks meets no error, so the shop's words for them come when the first is to be said. */
export async function loadDictionaries(locale: Locale, face: Face): Promise<Partial<Dictionaries>> {
  const load = LOAD[locale];
  const errors = face === "shop" ? {} : loadErrors(locale);
  // A buyer has no use for the words of audit log and approvals.
  const inside = face === "shop" ? [] : [load.audit(), load.approval()];
  const all = await Promise.all([load.common(), load[face](), errors, ...inside]);
  return Object.assign({}, ...all) as Partial<Dictionaries>;
}

export const loadErrors = (locale: Locale): Promise<Pick<Dictionaries, "errors" | "reasons">> => LOAD[locale].errors();
