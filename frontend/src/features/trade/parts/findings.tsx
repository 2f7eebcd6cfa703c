/** What the gate found, each in words, with the values that do not agree. */
import { Text } from "@mantine/core";
import { useT } from "@/i18n/provider";
import { Money } from "@/ui/Money";
import { findingValue } from "../model/finding";
import type { Finding, TradeLine } from "../types";
import classes from "./findings.module.css";

interface FindingsProps {
  findings: readonly Finding[];
  /** To name the line that a finding is about. */
  lines?: readonly TradeLine[];
  currency: string;
}

function Value({ label, value }: { label: string; value: ReturnType<typeof findingValue> }) {
  if (value === undefined) return null;
  return (
    <span>
      {label} {typeof value === "string" ? <strong>{value}</strong> : <Money value={value} fw={700} />}
    </span>
  );
}

export function Findings({ findings, lines = [], currency }: FindingsProps) {
  const t = useT("common").trade;
  const sentences: Partial<Record<string, string>> = t.finding;
  const checks: Partial<Record<string, string>> = t.check;
  return (
    <ul className={classes.findings}>
      {findings.map((finding, index) => {
        const line = lines.find(({ id }) => id === finding.line_id);
        return (
          <li key={`${finding.check}-${finding.code}-${finding.line_id ?? index}`}>
            <Text fw={600}>
              {checks[finding.check] ?? finding.check}: {sentences[finding.code] ?? finding.code}
            </Text>
            {line !== undefined && (
              <Text size="sm">
                {line.name} · {line.variant_name}
              </Text>
            )}
            <Text size="sm" c="dimmed" className={classes.values}>
              <Value label={t.hold.expected} value={findingValue(finding, finding.expected, currency)} />
              <Value label={t.hold.actual} value={findingValue(finding, finding.actual, currency)} />
              {finding.amount !== undefined && <Value label={t.hold.atStake} value={finding.amount} />}
            </Text>
          </li>
        );
      })}
    </ul>
  );
}
