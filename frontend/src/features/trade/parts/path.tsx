/** How far a trade has come, at a glance. */
import { useT } from "@/i18n/provider";
import { pathOf } from "../model/path";
import classes from "./path.module.css";

export function TradePath({ state }: { state: string }) {
  const t = useT("common");
  const steps = pathOf(state);
  if (steps === undefined) return null;
  return (
    <ol className={classes.path} aria-label={t.trade.path}>
      {steps.map(({ state: step, stage }) => (
        <li key={step} className={classes.step} data-stage={stage} aria-current={stage === "now" ? "step" : undefined}>
          <span className={classes.mark} aria-hidden />
          <span className={classes.name}>{t.tradeState[step]}</span>
          {stage === "done" && <span className="visually-hidden"> ({t.trade.pathDone})</span>}
        </li>
      ))}
    </ol>
  );
}
