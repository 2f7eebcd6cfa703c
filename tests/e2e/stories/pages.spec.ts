// Every page on a small and on a large screen, in both languages: it has a heading,
// fits the screen, and has no serious finding of axe.
import AxeBuilder from '@axe-core/playwright';
import { type Browser, expect, test } from '@playwright/test';
import { PEOPLE, SHOPS } from '../support/facts';
import { type Language, words } from '../support/language';
import { Person } from '../support/person';

/** A page's address, or the first page that a list leads to. */
type Place = string | { from: string; to: RegExp };

const shop = `/shop/${SHOPS.bakery}`;

const PLACES = {
  visitor: [
    '/',
    '/sign-in',
    '/sign-up',
    '/forgot-password',
    '/invitation#token=unknown',
    '/terms',
    '/privacy',
    shop,
    `${shop}/search?q=${encodeURIComponent('식빵')}`,
    { from: shop, to: /\/category\// },
    { from: shop, to: /\/products\// },
    `${shop}/cart`,
    `${shop}/account`,
    `${shop}/find-order`,
    `/shop/${SHOPS.mart}`,
  ],
  buyer: ['/my', '/my/sessions', '/my/security', '/my/orders', { from: '/my/orders', to: /\/orders\/./ }, '/start'],
  company: [
    '/company',
    '/company/trades',
    { from: '/company/trades?tab=all', to: /\/company\/trades\/./ },
    '/company/orders',
    { from: '/company/orders', to: /\/company\/orders\/./ },
    '/company/customers',
    { from: '/company/customers', to: /\/company\/customers\/./ },
    '/company/items',
    '/company/items/new',
    { from: '/company/items', to: /\/company\/items\/(?!new)./ },
    '/company/categories',
    '/company/listings',
    { from: '/company/listings', to: /\/company\/listings\/./ },
    '/company/supply-offers',
    { from: '/company/supply-offers', to: /\/company\/supply-offers\/./ },
    '/company/stock',
    { from: '/company/stock', to: /\/company\/stock\/./ },
    '/company/purchase-orders',
    { from: '/company/purchase-orders', to: /\/company\/purchase-orders\/./ },
    '/company/revenue',
    '/company/tax',
    '/company/settlements',
    { from: '/company/settlements', to: /\/company\/settlements\/./ },
    '/company/payouts',
    '/company/members',
    '/company/members?tab=invitations',
    '/company/members?tab=roles',
    '/company/settings?tab=functions',
    '/company/proposals?tab=all',
    '/company/audit',
    '/company/integrations',
    '/company/integrations?tab=webhooks',
    '/company/settings',
    '/company/settings?tab=address',
    '/company/settings?tab=data',
  ],
  operator: [
    '/operator',
    '/operator/queue',
    '/operator/trades',
    { from: '/operator/trades', to: /\/operator\/trades\/./ },
    '/operator/companies?tab=all',
    { from: '/operator/companies?tab=all', to: /\/operator\/companies\/./ },
    '/operator/payments?tab=all',
    { from: '/operator/payments?tab=all', to: /\/operator\/payments\/./ },
    '/operator/refunds?tab=all',
    '/operator/settlements',
    { from: '/operator/settlements', to: /\/operator\/settlements\/./ },
    '/operator/payouts?tab=all',
    '/operator/payout-batches',
    '/operator/ledger',
    '/operator/ledger/transfers',
    '/operator/ledger/proof',
    '/operator/fee-rules',
    '/operator/rules',
    '/operator/accounts',
    '/operator/proposals?tab=all',
    '/operator/audit',
    '/operator/mails',
    { from: '/operator/mails', to: /\/operator\/mails\/./ },
    '/operator/dead-letters',
  ],
} as const satisfies Record<string, readonly Place[]>;

async function settled(person: Person): Promise<void> {
  await expect(person.page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 15_000 });
  await expect(person.page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0, { timeout: 15_000 });
}

/** Where the links of the pages lead that were seen already. */
type Seen = Map<string, string[]>;

async function open(person: Person, address: string, seen: Seen): Promise<void> {
  await person.page.goto(address, { waitUntil: 'domcontentloaded' });
  await settled(person);
  const links = person.page.locator('a[href]');
  seen.set(address, await links.evaluateAll((all) => all.map((each) => each.getAttribute('href') ?? '')));
}

async function go(person: Person, place: Place, seen: Seen): Promise<string> {
  if (typeof place === 'string') {
    await open(person, place, seen);
    return place;
  }
  if (!seen.has(place.from)) await open(person, place.from, seen);
  const found = seen.get(place.from)?.find((address) => place.to.test(address.split('?')[0] ?? ''));
  expect(found, `${place.from} leads to ${place.to}`).toBeDefined();
  await open(person, found ?? place.from, seen);
  return found ?? place.from;
}

/** The serious findings of axe, in one line each. */
async function findings({ page }: Person): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
}

/** What is wrong with the page as it stands now. */
async function faults(person: Person, language: Language, deep: boolean): Promise<string[]> {
  const { page } = person;
  const found = deep ? await findings(person) : [];
  const { errorTitle, forbiddenTitle, missingTitle } = words[language].common.state;
  found.push(...(await page.getByText(new RegExp([errorTitle, forbiddenTitle, missingTitle].join('|'))).allTextContents()));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  return wide > 0 ? [...found, `${wide} px wider than the screen`] : found;
}

/** Runs in the page: whatever the content policy of a page had to stop is a fault of that page. */
function reportViolations(): void {
  const { reportViolation } = globalThis as unknown as { reportViolation: (violation: string) => void };
  document.addEventListener('securitypolicyviolation', ({ blockedURI, effectiveDirective, sourceFile, sample }) => {
    // What a tool of the test puts into the page does not come from it.
    if (sourceFile.startsWith('about:') || sourceFile === '') return;
    reportViolation(`${location.pathname}: ${effectiveDirective} stopped ${blockedURI} (${sourceFile}) ${sample}`);
  });
}

const SCREENS = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
] as const;

async function look(browser: Browser, places: readonly Place[], email?: string): Promise<void> {
  const person = await Person.at(browser);
  const { page } = person;
  if (email !== undefined) await person.signIn(email, '/my');
  const found: string[] = [];
  await page.exposeFunction('reportViolation', (violation: string) => found.push(violation));
  await page.addInitScript(reportViolations);
  const seen: Seen = new Map();
  let now: Language = 'ko';
  const onEachScreen = async (address: string) => {
    for (const screen of SCREENS) {
      await page.setViewportSize(screen);
      await settled(person);
      // Each language and each width is looked at in depth once.
      const deep = (now === 'en') === (screen.width > 1000);
      found.push(...(await faults(person, now, deep)).map((fault) => `${address} (${now}, ${screen.width} px): ${fault}`));
    }
  };
  for (const place of places) {
    await page.setViewportSize(SCREENS[0]);
    const address = await go(person, place, seen);
    await onEachScreen(address);
    now = now === 'ko' ? 'en' : 'ko';
    await page.getByRole('button', { name: now === 'en' ? 'English' : '한국어', exact: true }).first().click();
    await expect(page.locator('html')).toHaveAttribute('lang', now);
    await onEachScreen(address);
  }
  expect(found).toEqual([]);
  await person.leave();
}

test.describe('every page is accessible and fits small and large screens in both languages', () => {
  test.setTimeout(600_000);
  test('for visitors', ({ browser }) => look(browser, PLACES.visitor));
  test('for buyers', ({ browser }) => look(browser, PLACES.buyer, PEOPLE.buyer));
  test('for companies', ({ browser }) => look(browser, PLACES.company, PEOPLE.bakery));
  test('for the operator', ({ browser }) => look(browser, PLACES.operator, PEOPLE.operator));
});

test('the API reference shows itself within its content policy', async ({ browser }) => {
  const person = await Person.at(browser);
  const found: string[] = [];
  person.page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) found.push(message.text());
  });
  await person.page.goto('/api/v1/docs/');
  await expect(person.page.locator('.opblock').first()).toBeVisible({ timeout: 30_000 });
  expect(found).toEqual([]);
  await person.leave();
});
