import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
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

const read = (path: string) => readFileSync(path, "utf8");

function resolve(specifier: string, from: string): string | undefined {
  const base = specifier.startsWith("@/") ? join(root, "src", specifier.slice(2)) : specifier.startsWith(".") ? join(dirname(from), specifier) : undefined;
  if (base === undefined) return undefined;
  return ["", ".ts", ".tsx", "/index.ts", "/index.tsx"].map((end) => base + end).find((path) => /\.tsx?$/.test(path) && existsSync(path));
}

/** Everything that a buyer's browser may load: what the shop's entry reaches, at once or later. */
function shopSources(): string[] {
  const seen = new Set<string>();
  const queue = [join(root, "src/faces/shop/main.tsx")];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    for (const [, specifier = ""] of read(file).matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g)) {
      const found = resolve(specifier, file);
      if (found !== undefined) queue.push(found);
    }
  }
  return [...seen];
}

describe("the shop's styles", () => {
  it("cover every Mantine component that the shop uses", () => {
    const listed = read(join(root, "src/ui/styles/shop.css"));
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
