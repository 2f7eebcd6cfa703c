/** The other language, one press away on every screen, named in that language. */
import { UnstyledButton } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { LOCALES } from "@/i18n/locale";
import { useLocale, useT } from "@/i18n/provider";
import classes from "./LanguageSwitch.module.css";

export function LanguageSwitch() {
  const t = useT("common").language;
  const { locale, setLocale } = useLocale();
  const others = LOCALES.filter((each) => each !== locale);
  return others.map((each) => (
    <UnstyledButton key={each} lang={each} className={classes.button} onClick={() => setLocale(each)}>
      <IconLanguage size={18} stroke={1.6} aria-hidden />
      {t[each]}
    </UnstyledButton>
  ));
}
