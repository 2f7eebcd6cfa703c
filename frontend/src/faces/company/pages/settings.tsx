/** The company itself: profile, rules, payout account, shop pictures, functions. */
import { Code, Stack, Tabs } from "@mantine/core";
import { useMay } from "@/api/permission";
import { WaitingAccount } from "@/features/approval";
import { AddressPanels, ClosurePanel, type Company, ExportsPanel, FunctionsForm, PayoutAccountForm, PictureForm, ProfileForm, RulesForm, useProfile } from "@/features/company";
import { useT } from "@/i18n/provider";
import { formatBusinessNumber } from "@/lib/korea";
import { Facts } from "@/ui/Facts";
import { useList } from "@/ui/list";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { Panel } from "@/ui/Panel";
import { Badge, type Tone } from "@/ui/StateBadge";
import { ForbiddenState, Loaded } from "@/ui/states";

const TABS = ["profile", "rules", "payout", "pictures", "functions", "address", "data"] as const;
const TONE: Record<Company["status"], Tone> = { pending: "caution", verified: "positive", rejected: "danger", suspended: "danger", closed: "danger" };

export function SettingsPage() {
  const t = useT("company").settings;
  const list = useList();
  const tab = list.tab ?? "profile";
  return (
    <Loaded query={useProfile()}>
      {(company) => (
        <>
          <PageHeader title={company.name} badge={<Badge tone={TONE[company.status]}>{t.statuses[company.status]}</Badge>} intro={t.intro} />
          <Tabs value={tab} onChange={(value) => list.setTab(value ?? "profile")} keepMounted={false}>
            <Tabs.List mb="lg">
              {TABS.map((each) => (
                <Tabs.Tab key={each} value={each}>
                  {t.tabs[each]}
                </Tabs.Tab>
              ))}
            </Tabs.List>
            {TABS.map((each) => (
              <Tabs.Panel key={each} value={each}>
                <Section key={company.version} tab={each} company={company} />
              </Tabs.Panel>
            ))}
          </Tabs>
        </>
      )}
    </Loaded>
  );
}

function Section({ tab, company }: { tab: (typeof TABS)[number]; company: Company }) {
  const t = useT("company").settings;
  const may = useMay();
  const canManage = may("company_manage");
  switch (tab) {
    case "profile":
      return (
        <Stack>
          <Panel title={t.registered}>
            <Registered company={company} />
          </Panel>
          <Panel title={t.tabs.profile}>{canManage ? <ProfileForm company={company} /> : <Contact company={company} />}</Panel>
        </Stack>
      );
    case "rules":
      return <Panel title={t.tabs.rules}>{canManage ? <RulesForm company={company} /> : <RulesShown company={company} />}</Panel>;
    case "payout":
      return (
        <Panel title={t.tabs.payout}>
          {may("payout_account_manage") && <WaitingAccount />}
          <PayoutAccountForm company={company} canEdit={may("payout_account_manage")} />
        </Panel>
      );
    case "pictures":
      return (
        <Stack>
          <Panel title={t.pictures.logo}>
            <PictureForm company={company} which="logo" canEdit={canManage} />
          </Panel>
          <Panel title={t.pictures.banner}>
            <PictureForm company={company} which="banner" canEdit={canManage} />
          </Panel>
        </Stack>
      );
    case "address":
      return <AddressPanels canEdit={canManage} />;
    case "data":
      return canManage ? (
        <Stack>
          <ExportsPanel slug={company.slug} />
          <ClosurePanel slug={company.slug} />
        </Stack>
      ) : (
        <ForbiddenState />
      );
    case "functions":
      return (
        <Panel title={t.tabs.functions}>
          {canManage ? (
            <FunctionsForm company={company} />
          ) : (
            <Facts facts={company.functions.map((name) => ({ label: t.functions.names[name], value: t.functions.means[name] }))} />
          )}
        </Panel>
      );
  }
}

function Registered({ company }: { company: Company }) {
  const t = useT("company").settings.fields;
  return (
    <Facts
      facts={[
        { label: t.name, value: company.name },
        { label: t.businessNumber, value: <span className="figures">{formatBusinessNumber(company.business_number)}</span> },
        { label: t.representative, value: company.representative },
        { label: t.shop, value: `/shop/${company.slug}` },
        { label: t.plan, value: company.plan },
        { label: t.id, value: <Code>{company.id}</Code> },
        { label: t.reason, value: company.status_reason },
      ]}
    />
  );
}

function Contact({ company }: { company: Company }) {
  const t = useT("company").settings.profile;
  return (
    <Facts
      facts={[
        { label: t.mailOrder, value: company.mail_order_number },
        { label: t.phone, value: company.phone },
        { label: t.email, value: company.email },
        { label: t.address1, value: `(${company.postcode}) ${company.address1} ${company.address2 ?? ""}` },
        { label: t.about, value: company.about },
      ]}
    />
  );
}

function RulesShown({ company }: { company: Company }) {
  const t = useT("company").settings.rules;
  return (
    <Facts
      facts={[
        { label: t.autoRequest, value: company.auto_request ? t.on : t.off },
        { label: t.autoAccept, value: company.auto_accept ? t.on : t.off },
        { label: t.deliveryFee, value: <Money value={company.delivery_fee} /> },
        { label: t.freeFrom, value: company.free_delivery_from && <Money value={company.free_delivery_from} /> },
      ]}
    />
  );
}
