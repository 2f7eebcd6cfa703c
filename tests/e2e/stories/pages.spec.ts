// Every page at 360 px in both languages: it has a heading, fits the screen, and has
// no serious finding of axe.
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
    shop,
    `${shop}/search?q=${encodeURIComponent('식빵')}`,
    { from: shop, to: /\/category\// },
    { from: shop, to: /\/products\// },
    `${shop}/cart`,
    `${shop}/account`,
    `${shop}/find-order`,
    `/shop/${SHOPS.mart}`,
  ],
  buyer: ['/my', '/my/sessions', '/my/orders', '/start'],
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
    '/company/settings',
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
    '/operator/payouts?tab=all',
    '/operator/payout-batches',
    '/operator/ledger',
    '/operator/ledger/transfers',
    '/operator/ledger/proof',
    '/operator/fee-rules',
    '/operator/rules',
    '/operator/accounts',
    '/operator/mails',
    { from: '/operator/mails', to: /\/operator\/mails\/./ },
    '/operator/dead-letters',
  ],
} as const satisfies Record<string, readonly Place[]>;

async function settled(person: Person): Promise<void> {
  await expect(person.page.getByRole('heading', { level: 1 }).first()).toBeVisible({ timeout: 15_000 });
  await expect(person.page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0, { timeout: 15_000 });
}

async function go(person: Person, place: Place): Promise<string> {
  const { page } = person;
  const start = typeof place === 'string' ? place : place.from;
  await page.goto(start, { waitUntil: 'domcontentloaded' });
  await settled(person);
  if (typeof place === 'string') return place;
  const link = page.locator('main a[href]').filter({ visible: true });
  const addresses = await link.evaluateAll((links) => links.map((each) => each.getAttribute('href') ?? ''));
  const found = addresses.find((address) => place.to.test(address.split('?')[0] ?? ''));
  expect(found, `${start} leads to ${place.to}`).toBeDefined();
  await page.goto(found ?? start, { waitUntil: 'domcontentloaded' });
  await settled(person);
  return found ?? start;
}

/** What is wrong with the page as it stands now, in one line each. */
async function faults({ page }: Person, address: string, language: Language): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(' | ')}`);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const { errorTitle, forbiddenTitle, missingTitle } = words[language].common.state;
  const refused = await page.getByText(new RegExp([errorTitle, forbiddenTitle, missingTitle].join('|'))).allTextContents();
  const found = wide > 0 ? [...serious, ...refused, `${wide} px wider than the screen`] : [...serious, ...refused];
  return found.map((fault) => `${address} (${language}): ${fault}`);
}

async function look(browser: Browser, places: readonly Place[], email?: string): Promise<void> {
  const person = await Person.at(browser, { width: 360 });
  if (email !== undefined) await person.signIn(email, '/my');
  const found: string[] = [];
  let now: Language = 'ko';
  for (const place of places) {
    const address = await go(person, place);
    found.push(...(await faults(person, address, now)));
    now = now === 'ko' ? 'en' : 'ko';
    await person.page.getByRole('button', { name: now === 'en' ? 'English' : '한국어', exact: true }).first().click();
    await expect(person.page.locator('html')).toHaveAttribute('lang', now);
    found.push(...(await faults(person, address, now)));
  }
  expect(found).toEqual([]);
  await person.leave();
}

test.describe('every page is accessible and fits a small screen in both languages', () => {
  test.setTimeout(240_000);
  test('for visitors', ({ browser }) => look(browser, PLACES.visitor));
  test('for buyers', ({ browser }) => look(browser, PLACES.buyer, PEOPLE.buyer));
  test('for companies', ({ browser }) => look(browser, PLACES.company, PEOPLE.bakery));
  test('for the operator', ({ browser }) => look(browser, PLACES.operator, PEOPLE.operator));
});
