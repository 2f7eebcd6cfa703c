/** Whether changes arrive by themselves just now. */
import type { LiveStatus } from "@/api/live";
import { useT } from "@/i18n/provider";
import classes from "./Workspace.module.css";

export function LiveMark({ status }: { status: LiveStatus }) {
  const t = useT("common").live;
  return (
    <span className={classes.live} data-status={status} role="status" title={t[status]}>
      <span className="visually-hidden">{t[status]}</span>
    </span>
  );
}
