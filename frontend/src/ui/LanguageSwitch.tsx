/** Language and brightness, to be had on every screen. */
import { Menu, SegmentedControl, UnstyledButton, useMantineColorScheme } from "@mantine/core";
import { IconLanguage } from "@tabler/icons-react";
import { LOCALES } from "@/i18n/locale";
import { useLocale, useT } from "@/i18n/provider";
import classes from "./LanguageSwitch.module.css";

export function LanguageSwitch() {
  const t = useT("common").language;
  const { locale, setLocale } = useLocale();
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <UnstyledButton className={classes.button} aria-label={`${t.label}: ${t[locale]}`}>
          <IconLanguage size={18} aria-hidden />
          <span aria-hidden>{t[locale]}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {LOCALES.map((each) => (
          <Menu.Item key={each} lang={each} onClick={() => setLocale(each)} fw={each === locale ? 700 : 400}>
            {t[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function SchemeSwitch() {
  const t = useT("common").scheme;
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      aria-label={t.label}
      size="xs"
      fullWidth
      value={colorScheme}
      onChange={(value) => setColorScheme(value as typeof colorScheme)}
      data={[
        { value: "light", label: t.light },
        { value: "dark", label: t.dark },
        { value: "auto", label: t.auto },
      ]}
    />
  );
}
