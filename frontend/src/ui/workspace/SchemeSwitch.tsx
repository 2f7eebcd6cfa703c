/** Light, dark, or as the device says. */
import { SegmentedControl, useMantineColorScheme } from "@mantine/core";
import { useT } from "@/i18n/provider";

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
