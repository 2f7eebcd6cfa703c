/** Why something waits, in a sentence: what a check found with its values, or what the thing is waiting for. */
import { Fragment } from "react";
import type { QueueItem } from "@/features/console";
import { HeldWhy, RefundReason } from "@/features/payment";
import { findingValue } from "@/features/trade";
import { useT } from "@/i18n/provider";
import { formatBusinessNumber } from "@/lib/korea";
import { Money } from "@/ui/Money";
import { When } from "@/ui/When";
import classes from "./queue.module.css";

const SHOWN = 2;

export function QueueWhy({ item }: { item: QueueItem }) {
  const t = useT("operator").queue;
  return (
    <>
      <Reason item={item} />
      <span className={classes.line}>
        {[about(item), item.company?.name].map((text) => text !== undefined && <Fragment key={text}>{text} · </Fragment>)}
        {t.since} <When at={item.since} />
      </span>
    </>
  );
}

/** What it is about, where the note is words for people; elsewhere the note is the reason itself. */
const about = ({ kind, note }: QueueItem) => (kind === "po" || kind === "shipment" ? note : undefined);

function Reason({ item }: { item: QueueItem }) {
  const t = useT("operator").queue.why;
  const note = item.note ?? "";
  if (item.why.length > 0) return <FindingLines findings={item.why} currency={item.at_stake?.currency ?? "KRW"} />;
  switch (item.kind) {
    case "po":
      return <span className={classes.line}>{t.po}</span>;
    case "shipment":
      return <span className={classes.line}>{t.shipment}</span>;
    case "payment":
      return (
        <span className={classes.line}>
          <HeldWhy reason={note} />
        </span>
      );
    case "refund":
      return (
        <>
          <span className={classes.line}>
            <RefundReason reason={note} />
          </span>
          {item.error !== undefined && <span className={`${classes.line} ${classes.finding}`}>{t.refund(item.error.slice(0, 160))}</span>}
        </>
      );
    case "payout":
      return <span className={classes.line}>{note === "sent" ? t.payoutSent : t.payoutPending}</span>;
    case "proposal":
      return <span className={classes.line}>{t.proposal(note)}</span>;
    case "company":
      return <span className={classes.line}>{t.company(formatBusinessNumber(note))}</span>;
    default:
      return <span className={classes.line}>{t.dead_letter(note.slice(0, 160))}</span>;
  }
}

interface FindingLinesProps {
  findings: QueueItem["why"];
  currency: string;
}

/** A row has room for the first findings; the case itself shows all of them. */
function FindingLines({ findings, currency }: FindingLinesProps) {
  const t = useT("operator").queue;
  const words = useT("common").trade;
  const checks: Partial<Record<string, string>> = words.check;
  const sentences: Partial<Record<string, string>> = words.finding;
  return (
    <>
      {findings.slice(0, SHOWN).map((finding, index) => (
        <span key={`${finding.check}-${finding.code}-${finding.line_id ?? index}`} className={`${classes.line} ${classes.finding}`}>
          <strong>{checks[finding.check] ?? finding.check}</strong> {sentences[finding.code] ?? finding.code}{" "}
          <Value label={t.expected} value={findingValue(finding, finding.expected, currency)} />
          <Value label={finding.expected === undefined ? "" : t.actual} value={findingValue(finding, finding.actual, currency)} />
        </span>
      ))}
      {findings.length > SHOWN && <span className={classes.line}>{t.more(findings.length - SHOWN)}</span>}
    </>
  );
}

function Value({ label, value }: { label: string; value: ReturnType<typeof findingValue> }) {
  if (value === undefined) return null;
  return (
    <span className={classes.value}>
      {label} {typeof value === "string" ? <strong>{value}</strong> : <Money value={value} fw={700} />}
    </span>
  );
}
