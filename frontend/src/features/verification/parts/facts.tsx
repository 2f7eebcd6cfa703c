/** What a company told, and what of it has to be compared with its papers. */
import { Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck, IconEye } from "@tabler/icons-react";
import { useT } from "@/i18n/provider";
import { formatBusinessNumber, formatPhone } from "@/lib/korea";
import { Facts } from "@/ui/Facts";
import { Money } from "@/ui/Money";
import { When } from "@/ui/When";
import { companyChecks, type Verdict } from "../model/checks";
import type { CheckedCompany } from "../queries";
import classes from "./facts.module.css";

export function CompanyFacts({ company }: { company: CheckedCompany }) {
  const words = useT("operator").companies;
  const t = words.facts;
  const account = company.payout_account;
  const automation = [company.auto_request && t.autoRequest, company.auto_accept && t.autoAccept].filter((each) => each !== false);
  return (
    <Facts
      facts={[
        { label: t.name, value: <strong>{company.name}</strong> },
        { label: t.nameEn, value: company.name_en },
        { label: t.number, value: <strong className="figures">{formatBusinessNumber(company.business_number)}</strong> },
        { label: t.representative, value: <strong>{company.representative}</strong> },
        {
          label: t.address,
          value: (
            <>
              ({company.postcode}) {company.address1} {company.address2}
            </>
          ),
        },
        { label: t.mailOrder, value: company.mail_order_number ?? t.none },
        { label: t.phone, value: <span className="figures">{formatPhone(company.phone)}</span> },
        { label: t.email, value: company.email },
        { label: t.shop, value: `/shop/${company.slug}` },
        { label: t.functions, value: company.functions.map((each) => words.functions[each]).join(", ") },
        { label: t.about, value: company.about },
        { label: t.payout, value: account === undefined ? t.payoutNone : `${account.bank} ${account.account_masked} · ${account.holder}` },
        { label: t.plan, value: company.plan },
        { label: t.cycle, value: words.cycles[company.settlement_cycle] },
        { label: t.delivery, value: <Money value={company.delivery_fee} /> },
        { label: t.freeFrom, value: company.free_delivery_from && <Money value={company.free_delivery_from} /> },
        { label: t.automation, value: automation.length === 0 ? t.none : automation.join(", ") },
        { label: t.joined, value: <When at={company.created_at} /> },
      ]}
    />
  );
}

const ICON = { fine: IconCircleCheck, look: IconEye, wrong: IconAlertTriangle } as const;

export function ThingsToCheck({ company }: { company: CheckedCompany }) {
  const t = useT("operator").companies.checks;
  const said = (verdict: Verdict) => t[verdict];
  return (
    <>
      <ul className={classes.checks}>
        {companyChecks(company).map(({ name, verdict }) => {
          const Icon = ICON[verdict];
          const words = name === "holder" ? t.holder(company.payout_account?.holder ?? "") : t[name];
          return (
            <li key={name} data-verdict={verdict}>
              <Icon size={20} role="img" aria-label={said(verdict)} />
              <span>{words}</span>
            </li>
          );
        })}
      </ul>
      <Text size="xs" c="dimmed" mt="sm">
        {t.law}
      </Text>
    </>
  );
}
