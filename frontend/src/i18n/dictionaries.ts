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

export async function loadDictionaries(locale: Locale, face: Face): Promise<Partial<Dictionaries>> {
  const load = LOAD[locale];
  // A buyer has no use for the words of audit log and approvals.
  const inside = face === "shop" ? [] : [load.audit(), load.approval()];
  const [common, errors, words, ...more] = await Promise.all([load.common(), load.errors(), load[face](), ...inside]);
  return Object.assign({ ...common, ...errors, ...words }, ...more) as Partial<Dictionaries>;
}
