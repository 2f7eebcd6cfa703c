import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const root = process.cwd();
/** Components that have no styles of their own and rest on another's. */
const NEEDS: Record<string, string | undefined> = {
  Select: "Combobox",
  Autocomplete: "Combobox",
  MultiSelect: "Combobox",
  TagsInput: "Combobox",
  HoverCard: "Popover",
  SegmentedControl: "FloatingIndicator",
};

const read = (path: string) => readFileSync(join(root, path), "utf8");

/** Everything that a buyer's browser may load: the shop, features without a workspace import, and the shared pieces. */
function shopSources(): string[] {
  const files = ["src/faces/shop", "src/features", "src/ui"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  return files.filter((file) => file.endsWith(".tsx") && !file.includes("ui/workspace/") && !read(file).includes("@/ui/workspace/"));
}

describe("the shop's styles", () => {
  it("cover every Mantine component that the shop uses", () => {
    const listed = read("src/ui/styles/shop.css");
    const missing = new Set<string>();
    for (const file of shopSources()) {
      for (const [, names = ""] of read(file).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)) {
        for (const name of names.split(",").map((each) => each.trim())) {
          if (NEEDS[name] !== undefined && !listed.includes(`/${NEEDS[name]}.layer.css`)) missing.add(`${name} (${NEEDS[name]})`);
          const css = `@mantine/core/styles/${name}.layer.css`;
          if (existsSync(join(root, "node_modules", css)) && !listed.includes(css)) missing.add(name);
        }
      }
    }
    expect([...missing]).toEqual([]);
  });
});
