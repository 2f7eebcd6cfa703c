/** Above a shop that may not sell yet: it can be looked at, and says so. */
import { useT } from "@/i18n/provider";
import classes from "./preview-banner.module.css";

export function PreviewBanner() {
  const t = useT("shop").preview;
  return (
    <aside className={classes.banner} aria-label={t.title}>
      <strong>{t.title}</strong> {t.body}
    </aside>
  );
}
