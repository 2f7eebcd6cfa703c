/**
 * What a buyer's first visit to a page of the shop downloads of the screens: scripts, styles and words, compressed as
 * the server sends them. Run after `npm run build`; ends with 1 when a page is over its limit.
 */
import { readFile, stat } from "node:fs/promises";

const dist = new URL("../dist/", import.meta.url);
const manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", dist), "utf8"));

/** Of the 180 kB of a first visit, some are left to the page itself, to what it shows and to the heads of the answers. */
const LIMIT_KB = { home: 168, product: 168, browse: 174 };
const LANGUAGES = ["ko", "en"];

/** A chunk, and all that it cannot do without. */
function reach(key, seen = new Set()) {
  const chunk = manifest[key];
  if (chunk === undefined) throw new Error(`The build has no ${key}.`);
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const each of chunk.imports ?? []) reach(each, seen);
  return seen;
}

const sent = async (file) => (await stat(new URL(`${file}.br`, dist))).size;

async function weigh(page, language) {
  const chunks = new Set();
  reach("index.html", chunks);
  reach(`src/faces/shop/pages/${page}.tsx`, chunks);
  for (const words of ["common", "shop"]) reach(`src/i18n/${language}/${words}.ts`, chunks);
  const files = new Set([...chunks].flatMap((key) => [manifest[key].file, ...(manifest[key].css ?? [])]));
  const sizes = { script: 0, style: 0 };
  for (const file of files) sizes[file.endsWith(".css") ? "style" : "script"] += await sent(file);
  return { page, language, ...sizes, total: sizes.script + sizes.style };
}

const kb = (bytes) => (bytes / 1000).toFixed(1).padStart(6);
let tooLarge = false;
for (const [page, limit] of Object.entries(LIMIT_KB)) {
  for (const language of LANGUAGES) {
    const { script, style, total } = await weigh(page, language);
    const over = total > limit * 1000;
    tooLarge ||= over;
    process.stdout.write(
      `${page.padEnd(8)} ${language}  script and words ${kb(script)} kB + style ${kb(style)} kB = ${kb(total)} kB (limit ${limit})${over ? "  TOO LARGE" : ""}\n`,
    );
  }
}
process.exitCode = tooLarge ? 1 : 0;
