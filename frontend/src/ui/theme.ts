/**
 * The design tokens in Mantine's terms: one type scale, one spacing scale, few colours with a meaning each.
 * brand: what one may do · positive: money in, done · caution: a clock runs · danger: refused, lost · gray: everything else.
 */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const brand: MantineColorsTuple = [
  "#eef3ff", "#dbe5ff", "#b7caff", "#8fabff", "#6489f7", "#3f69e8", "#2757df", "#1f4fd8", "#1a42b5", "#14348f",
];
const positive: MantineColorsTuple = [
  "#e9f8f0", "#cdeedd", "#9fdfbf", "#6ccb9d", "#3fb37d", "#1f9763", "#118152", "#0b6e45", "#085938", "#05452b",
];
const caution: MantineColorsTuple = [
  "#fff6e5", "#ffe9c2", "#ffd58a", "#fbbc4d", "#ea9f1f", "#c9800a", "#a86804", "#8f5700", "#734600", "#5a3700",
];
const danger: MantineColorsTuple = [
  "#fff0f0", "#ffdcdc", "#ffb8b8", "#fb8b8b", "#ee5f5f", "#de4040", "#ca2a2a", "#b42020", "#941818", "#751111",
];
const gray: MantineColorsTuple = [
  "#f7f8fa", "#eff1f4", "#e3e6eb", "#d2d7de", "#a9b1bc", "#7d8794", "#5c6673", "#434c58", "#2b323c", "#181d24",
];

/** Dark surfaces lean to blue as the greys do; the seventh is the page itself. */
const dark: MantineColorsTuple = [
  "#d2d7de", "#b8bfc9", "#8d96a3", "#626c79", "#3b4450", "#323a46", "#252c36", "#1b2028", "#14181e", "#0f1217",
];

export const theme = createTheme({
  primaryColor: "brand",
  primaryShade: { light: 7, dark: 5 },
  colors: { brand, positive, caution, danger, gray, dark, red: danger, green: positive, blue: brand, yellow: caution },
  fontFamily: '"Pretendard Variable", Pretendard, -apple-system, BlinkMacSystemFont, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", sans-serif',
  fontFamilyMonospace: "ui-monospace, SFMono-Regular, Menlo, Consolas, monospace",
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "1rem", lg: "1.125rem", xl: "1.25rem" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.55", lg: "1.5", xl: "1.4" },
  spacing: { xs: "0.5rem", sm: "0.75rem", md: "1rem", lg: "1.5rem", xl: "2.5rem" },
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "14px", xl: "20px" },
  defaultRadius: "sm",
  headings: {
    fontWeight: "700",
    textWrap: "balance",
    sizes: {
      h1: { fontSize: "1.625rem", lineHeight: "1.3" },
      h2: { fontSize: "1.25rem", lineHeight: "1.35" },
      h3: { fontSize: "1.0625rem", lineHeight: "1.4" },
      h4: { fontSize: "1rem", lineHeight: "1.45" },
    },
  },
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  // Named rather than imported: a theme must not make every page download every component that it mentions.
  components: {
    Button: { defaultProps: { size: "sm" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray", size: "lg" } },
    Anchor: { defaultProps: { underline: "hover" } },
    Paper: { defaultProps: { radius: "md" } },
    Modal: { defaultProps: { centered: true, radius: "md", padding: "lg" } },
    Drawer: { defaultProps: { padding: "lg" } },
    // The reason stands nearer to the input than the hint, and both are read with it.
    InputWrapper: { defaultProps: { inputWrapperOrder: ["label", "description", "input", "error"] } },
  },
});

/** Mantine's own greys for secondary text are too faint to read comfortably; these reach 4.5 to 1 on every surface. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-text": "#181d24",
    "--mantine-color-dimmed": "#566070",
    "--mantine-color-placeholder": "#6b7583",
    "--mantine-color-error": "#b42020",
    "--mantine-color-anchor": "#1f4fd8",
  },
  dark: {
    "--mantine-color-dimmed": "#a9b1bc",
    "--mantine-color-placeholder": "#8d96a3",
    "--mantine-color-error": "#fb8b8b",
    "--mantine-color-anchor": "#8fabff",
  },
});
