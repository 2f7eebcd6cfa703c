/** What the operator may decide about a company, by where it stands. */
import { Text } from "@mantine/core";
import { useState } from "react";
import { useOperatorMay } from "@/api/permission";
import { useT } from "@/i18n/provider";
import { ActionButtons } from "@/ui/ActionButtons";
import { ConfirmAction } from "@/ui/ConfirmAction";
import { useNotify } from "@/ui/notify";
import { ReasonAction } from "@/ui/ReasonAction";
import { type CheckedCompany, useReject, useResume, useSuspend, useVerify } from "../queries";

type Decision = "verify" | "reject" | "suspend" | "resume";

const OPEN: Readonly<Record<CheckedCompany["status"], readonly Decision[]>> = {
  pending: ["verify", "reject", "suspend"],
  rejected: ["verify"],
  verified: ["suspend"],
  suspended: ["resume"],
  closed: [],
};

export function CompanyDecisions({ company }: { company: CheckedCompany }) {
  const t = useT("operator").companies;
  const may = useOperatorMay();
  const notify = useNotify();
  const [asking, ask] = useState<Decision>();
  const close = () => ask(undefined);
  const told = (decision: Decision) => () => notify.done(t.done[decision]);
  const verify = useVerify(company.id, told("verify"));
  const reject = useReject(company.id, told("reject"));
  const suspend = useSuspend(company.id, told("suspend"));
  const resume = useResume(company.id, told("resume"));
  if (!may("verify")) return null;
  const choice = (decision: Decision, danger = false) => ({ label: t.act[decision], run: () => ask(decision), danger });
  const words = (decision: Decision) => ({
    title: t.ask[decision](company.name),
    confirmLabel: t.act[decision],
    onClose: close,
  });
  const reason = { label: t.reason, hint: t.reasonHint, danger: true, toInput: (text: string) => text };
  return (
    <>
      <ActionButtons
        allowed={OPEN[company.status]}
        actions={{ verify: choice("verify"), resume: choice("resume"), reject: choice("reject", true), suspend: choice("suspend", true) }}
      />
      <ConfirmAction opened={asking === "verify"} {...words("verify")} input={undefined} write={verify}>
        <Text>{t.means.verify}</Text>
      </ConfirmAction>
      <ConfirmAction opened={asking === "resume"} {...words("resume")} input={undefined} write={resume}>
        <Text>{t.means.resume}</Text>
      </ConfirmAction>
      {asking === "reject" && <ReasonAction {...words("reject")} {...reason} body={t.means.reject} write={reject} />}
      {asking === "suspend" && <ReasonAction {...words("suspend")} {...reason} body={t.means.suspend} write={suspend} />}
    </>
  );
}
