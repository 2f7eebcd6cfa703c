// Measures a buyer's first visit with Lighthouse, as on a phone: several runs of each page, of which the median counts.
// Prints tab-separated lines and ends with 1 when something is not met that is no timing: a timing tells as much about
// the machine as about the page, so it is shown and fails nothing.
import { mkdirSync, writeFileSync } from 'node:fs';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { throttling } from 'lighthouse/core/config/constants.js';

const base = process.env.BASE_URL ?? 'http://localhost:8080';
const runs = Number(process.env.RUNS ?? 3);
const results = process.env.RESULTS;
const shop = process.env.SHOP ?? 'hanbit';

/** Of the goals, only the performance is a timing. */
const GOAL = { performance: 95, accessibility: 100, 'best-practices': 100, seo: 100, kb: 180 };
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

async function pages() {
  const answer = await fetch(`${base}/api/v1/shop/${shop}/products?sort=popular&limit=1`);
  if (!answer.ok) throw new Error(`The shop ${shop} answers ${answer.status}.`);
  const product = (await answer.json()).items[0]?.slug;
  if (product === undefined) throw new Error(`The shop ${shop} has no product.`);
  const of = (path) => `${base}/shop/${shop}${path}`;
  return [
    { name: 'shop, Korean', url: of(''), language: 'ko-KR' },
    { name: 'product, Korean', url: of(`/products/${product}`), language: 'ko-KR' },
    { name: 'product, English', url: of(`/products/${product}`), language: 'en-US' },
  ];
}

/** What crossed the line, in kB of 1000 bytes, heads of the answers included; pictures apart. */
function sizes(report) {
  const kb = { page: 0, pictures: 0, fonts: 0 };
  for (const { resourceType, transferSize, url } of report.audits['network-requests'].details.items) {
    if (url.startsWith('data:')) continue;
    if (resourceType === 'Image') kb.pictures += transferSize / 1000;
    else kb.page += transferSize / 1000;
    if (resourceType === 'Font') kb.fonts += transferSize / 1000;
  }
  return kb;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/**
 * How much slower than this machine's a phone's processor is. Lighthouse takes four for a fast desktop, whose index is
 * 1,500; a machine that is slow by itself, or busy, is slowed down less, down to not at all.
 */
const slowdown = (index) => Math.min(4, Math.max(1, index / 375));

/** One run in a browser of its own, with nothing kept from the run before. */
async function visit({ url, language }, processor = 4) {
  const chrome = await launch({
    chromePath: process.env.CHROMIUM,
    chromeFlags: [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      `--lang=${language}`,
      `--accept-lang=${language}`,
    ],
  });
  try {
    const result = await lighthouse(url, { port: chrome.port, output: 'json', logLevel: 'error', onlyCategories: CATEGORIES, throttling: { ...throttling.mobileSlow4G, cpuSlowdownMultiplier: processor } });
    if (result === undefined || result.lhr.runtimeError !== undefined) throw new Error(result?.lhr.runtimeError?.message ?? 'no result');
    return result.lhr;
  } finally {
    chrome.kill();
  }
}

/** Why a category is not whole. */
function faults(report, category) {
  return report.categories[category].auditRefs
    .map(({ id, weight }) => ({ audit: report.audits[id], weight }))
    .filter(({ audit, weight }) => weight > 0 && audit.score !== null && audit.score < 1)
    .map(({ audit }) => `${audit.id}: ${audit.title}`);
}

let missed = false;
const lines = [['page', ...CATEGORIES.map((name) => name.replace('-', ' ')), 'first visit', 'pictures', 'goal', 'met'].join('\t')];
const notes = [];
for (const page of await pages()) {
  // The first visit tells how fast the machine is now, and warms what a server in use has warm; it does not count.
  const index = (await visit(page)).environment.benchmarkIndex;
  const reports = [];
  for (let run = 0; run < runs; run += 1) reports.push(await visit(page, slowdown(index)));
  const score = Object.fromEntries(
    CATEGORIES.map((name) => [name, Math.round(median(reports.map((report) => report.categories[name].score ?? 0)) * 100)]),
  );
  const kb = Object.fromEntries(['page', 'pictures', 'fonts'].map((kind) => [kind, median(reports.map((report) => sizes(report)[kind]))]));
  const short = CATEGORIES.filter((name) => score[name] < GOAL[name]);
  const large = kb.page > GOAL.kb;
  missed ||= large || short.some((name) => name !== 'performance');
  const verdict = short.length === 0 && !large ? 'yes' : [...short, ...(large ? ['size'] : [])].map((name) => `no: ${name}`).join(', ');
  lines.push(
    [page.name, ...CATEGORIES.map((name) => score[name]), `${kb.page.toFixed(1)} kB`, `${kb.pictures.toFixed(1)} kB`, `≥ 95 · 100 · 100 · 100 · ≤ ${GOAL.kb} kB`, verdict].join('\t'),
  );
  const last = reports.at(-1);
  for (const name of CATEGORIES) for (const fault of faults(last, name)) notes.push(`${page.name}, ${name}: ${fault}`);
  const time = (id) => `${Math.round(median(reports.map((report) => report.audits[id].numericValue)))} ms`;
  notes.push(
    `${page.name}: first paint ${time('first-contentful-paint')}, largest ${time('largest-contentful-paint')}, blocked ${time('total-blocking-time')}, ` +
      `processor slowed ${slowdown(index).toFixed(1)} times (index ${Math.round(index)}), moved ${median(reports.map((report) => report.audits['cumulative-layout-shift'].numericValue)).toFixed(3)}, fonts ${kb.fonts.toFixed(1)} kB`,
  );
  if (results !== undefined) {
    mkdirSync(results, { recursive: true });
    writeFileSync(`${results}/${page.name.replace(/\W+/g, '-')}.json`, JSON.stringify(last, undefined, 1));
  }
}
process.stdout.write(`${lines.join('\n')}\n`);
process.stderr.write(`${notes.join('\n')}\n`);
process.exitCode = missed ? 1 : 0;
