/** What a first visit to each entry downloads before it can show a page, compressed. Run after `npm run build`. */
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const dist = new URL("../dist/", import.meta.url);
const LIMIT_KB = { index: 180 };

const gzipped = async (path) => gzipSync(await readFile(new URL(path, dist))).length;
const staticImports = (code) => [...code.matchAll(/(?:import|from)\s*"\.\/([^"]+\.js)"/g)].map((match) => `assets/${match[1]}`);

async function reach(paths) {
  const seen = new Set();
  const queue = [...paths];
  while (queue.length > 0) {
    const path = queue.pop();
    if (seen.has(path)) continue;
    seen.add(path);
    if (path.endsWith(".js")) queue.push(...staticImports(await readFile(new URL(path, dist), "utf8")));
  }
  return seen;
}

let tooLarge = false;
for (const entry of ["index", "company", "operator"]) {
  const html = await readFile(new URL(`${entry}.html`, dist), "utf8");
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.(?:js|css))"/g)].map((match) => match[1]);
  const sizes = { js: 0, css: 0 };
  for (const path of await reach(first)) sizes[path.endsWith(".css") ? "css" : "js"] += await gzipped(path);
  const total = (sizes.js + sizes.css) / 1000;
  const limit = LIMIT_KB[entry];
  tooLarge ||= limit !== undefined && total > limit;
  process.stdout.write(
    `${entry}.html  script ${(sizes.js / 1000).toFixed(1)} kB + style ${(sizes.css / 1000).toFixed(1)} kB = ${total.toFixed(1)} kB` +
      `${limit === undefined ? "" : ` (limit ${limit})`}\n`,
  );
}
process.exit(tooLarge ? 1 : 0);
