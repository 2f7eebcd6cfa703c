/**
 * What a person has typed while registering a company, step by step, kept until the company exists.
 * One draft per account: two people at one browser do not see each other's.
 */
import { forget, keep, kept, restored } from "@/lib/kept";

export const FUNCTIONS = ["shop", "sales", "supply", "resale"] as const;
export type CompanyFunction = (typeof FUNCTIONS)[number];

export interface RegistrationDraft {
  name: string;
  name_en: string;
  business_number: string;
  representative: string;
  postcode: string;
  address1: string;
  address2: string;
  mail_order_number: string;
  phone: string;
  email: string;
  functions: string[];
  slug: string;
}

export const STEPS = ["company", "contact", "functions", "address", "review"] as const;
export type Step = (typeof STEPS)[number];

/** Which fields are asked where; a refusal of the server leads back to the step of its field. */
export const FIELDS: Readonly<Record<Step, readonly (keyof RegistrationDraft)[]>> = {
  company: ["name", "name_en", "business_number"],
  contact: ["representative", "postcode", "address1", "address2", "mail_order_number", "phone", "email"],
  functions: ["functions"],
  address: ["slug"],
  review: [],
};

const EMPTY: RegistrationDraft = {
  name: "",
  name_en: "",
  business_number: "",
  representative: "",
  postcode: "",
  address1: "",
  address2: "",
  mail_order_number: "",
  phone: "",
  email: "",
  functions: [],
  slug: "",
};

const name = (account: string) => `registration.${account}`;

export const isStep = (value: unknown): value is Step => STEPS.includes(value as Step);

export function openRegistration(account: string): { values: RegistrationDraft; step: Step } {
  const found = kept(name(account));
  const step = typeof found === "object" && found !== null && "step" in found ? found.step : undefined;
  const values = typeof found === "object" && found !== null && "values" in found ? found.values : undefined;
  return { values: restored(EMPTY, values), step: isStep(step) ? step : "company" };
}

export const saveRegistration = (account: string, values: RegistrationDraft, step: Step): void =>
  keep(name(account), { values, step });

export const dropRegistration = (account: string): void => forget(name(account));

export const stepOfField = (field: string): Step | undefined =>
  STEPS.find((step) => FIELDS[step].some((each) => each === field.split(".")[0]));

/** The body of the registration: what is empty is left out rather than sent empty. */
export function toRegistration(values: RegistrationDraft) {
  const text = (value: string) => value.trim();
  const optional = (field: "name_en" | "address2" | "mail_order_number") =>
    text(values[field]) === "" ? {} : { [field]: text(values[field]) };
  return {
    name: text(values.name),
    business_number: values.business_number.replace(/\D/g, ""),
    representative: text(values.representative),
    postcode: text(values.postcode),
    address1: text(values.address1),
    phone: text(values.phone),
    email: text(values.email),
    functions: FUNCTIONS.filter((each) => values.functions.includes(each)),
    slug: text(values.slug),
    ...optional("name_en"),
    ...optional("address2"),
    ...optional("mail_order_number"),
  };
}

/** The address of a shop while it is typed: small letters, digits and single hyphens, as in a host name. */
export const shapeSlug = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/[^a-z0-9-]/g, "")
    .replace(/-{2,}/g, "-")
    .replace(/^-/, "")
    .slice(0, 40);

/** Not all digits, which would read as a number. Names that are kept for the platform are the server's to refuse. */
export const isSlug = (text: string): boolean => /^(?!\d+$)[a-z0-9](?:[a-z0-9-]{1,38})[a-z0-9]$/.test(text);

/** A first proposal from the English name, to be changed at will. */
export const proposeSlug = (englishName: string): string => shapeSlug(englishName).replace(/-$/, "");
