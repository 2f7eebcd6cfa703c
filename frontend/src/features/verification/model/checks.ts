/** What the operator has to look at before a company may sell, as far as its own facts tell. */
import { isBusinessNumber } from "@/lib/korea";
import type { CheckedCompany } from "../queries";

export type Verdict = "fine" | "look" | "wrong";

export interface CompanyCheck {
  name: "digit" | "digitWrong" | "registry" | "address" | "mailOrder" | "mailOrderMissing" | "holder" | "holderSame" | "holderNone";
  verdict: Verdict;
}

const plain = (text: string) => text.replace(/[\s()㈜]|주식회사/g, "").toLowerCase();

type Facts = Pick<CheckedCompany, "name" | "representative" | "business_number" | "mail_order_number" | "functions" | "payout_account">;

export function companyChecks(company: Facts): CompanyCheck[] {
  const checks: CompanyCheck[] = [
    isBusinessNumber(company.business_number) ? { name: "digit", verdict: "fine" } : { name: "digitWrong", verdict: "wrong" },
    { name: "registry", verdict: "look" },
    { name: "address", verdict: "look" },
  ];
  if (company.mail_order_number !== undefined) checks.push({ name: "mailOrder", verdict: "look" });
  else if (company.functions.includes("shop")) checks.push({ name: "mailOrderMissing", verdict: "wrong" });
  const holder = company.payout_account?.holder;
  if (holder === undefined) checks.push({ name: "holderNone", verdict: "look" });
  else if ([company.name, company.representative].some((each) => plain(each) === plain(holder))) checks.push({ name: "holderSame", verdict: "fine" });
  else checks.push({ name: "holder", verdict: "look" });
  return checks;
}
