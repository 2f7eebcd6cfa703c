import hooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";
import { layers } from "./eslint/layers.js";

/** What a buyer must never download: the workspace's heavy libraries. */
const WORKSPACE_ONLY = ["@mantine/charts", "@mantine/spotlight", "@mantine/dates", "recharts"];

export default tseslint.config(
  { ignores: ["dist", "node_modules", "src/api/schema.ts"] },
  ...tseslint.configs.strict,
  {
    files: ["src/**/*.{ts,tsx}", "tests/**/*.{ts,tsx}"],
    plugins: { "react-hooks": hooks, madang: { rules: { layers } } },
    rules: {
      "madang/layers": "error",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "no-console": "error",
      "max-lines": ["error", { max: 400 }],
      eqeqeq: "error",
    },
  },
  {
    files: ["src/faces/shop/**/*.{ts,tsx}", "src/features/identity/**/*.{ts,tsx}"],
    rules: { "no-restricted-imports": ["error", { paths: WORKSPACE_ONLY, patterns: ["@/ui/workspace/*"] }] },
  },
  // The dictionaries are long lists by nature.
  { files: ["src/i18n/**"], rules: { "max-lines": "off" } },
);
