// The life of a company in the browser: another address and a domain, its data in one file, leaving and staying, and
// the operator who stops it for a while.
import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { fresh, PEOPLE } from '../support/facts';
import { Member } from '../support/member';
import { Operator } from '../support/operator';
import { Person } from '../support/person';

for (const language of ['ko', 'en'] as const) {
  test(`a company moves, takes its data along, and thinks better of leaving (${language})`, async ({ browser }) => {
    test.setTimeout(180_000);
    const owner = await Member.at(browser, { language });
    const t = owner.t.company.settings;
    const word = fresh();
    const company = { name: `이사상점 ${word}`, nameEn: `Moving ${word}`, slug: `move-${word}` };
    await owner.signUp('한이사', `${word}@people.example`);
    await owner.signIn(`${word}@people.example`, '/start');
    await owner.registerCompany(company);

    // Another address; the one before leads to it.
    await owner.page.goto('/company/settings?tab=address');
    await owner.fill(t.address.slug, `moved-${word}`);
    await owner.decide(t.address.change);
    await owner.sees(`/shop/moved-${word}`);
    await owner.sees(t.address.former);
    await owner.page.goto(`/shop/${company.slug}`);
    await owner.page.waitForURL((url) => url.pathname === `/shop/moved-${word}`);

    // A domain, with the records that prove it; nobody has set them.
    await owner.page.goto('/company/settings?tab=address');
    await owner.fill(t.address.host, `shop.${word}.example`);
    await owner.press(t.address.enter);
    await owner.sees(`_madang.shop.${word}.example`);
    await owner.sees(t.address.states.waiting);
    await owner.decide(t.address.drop);
    await owner.sees(t.address.domainNone);

    // All of its data in one file.
    await owner.page.goto('/company/settings?tab=data');
    await owner.press(t.exports.make);
    const fetch = owner.page.getByRole('button', { name: t.exports.fetch }).first();
    await expect(fetch).toBeVisible({ timeout: 60_000 });
    const [file] = await Promise.all([owner.page.waitForEvent('download'), fetch.click()]);
    expect(file.suggestedFilename()).toMatch(/^moved-.*\.zip$/);
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');

    // Leaving wants the shop's address typed; it is taken back.
    await owner.press(t.closure.ask);
    const yes = owner.question.getByRole('button', { name: t.closure.ask, exact: true });
    await expect(yes).toBeDisabled();
    await owner.field(t.closure.type(`moved-${word}`), owner.question).fill(`moved-${word}`);
    await yes.click();
    await owner.sees(t.closure.askedTitle);
    await owner.press(t.closure.takeBack);
    await owner.sees(t.closure.takenBack);
    await owner.leave();
  });
}

test('a company with open trades is told what it has to finish first', async ({ browser }) => {
  const owner = await Member.at(browser);
  const t = owner.t.company.settings.closure;
  await owner.signIn(PEOPLE.bakery, '/company');
  await owner.page.goto('/company/settings?tab=data');
  await owner.sees(t.hindrances.open_trades);
  await expect(owner.page.getByRole('button', { name: t.ask, exact: true })).toBeDisabled();
  await owner.leave();
});

test('a stopped shop says so calmly, and comes back', async ({ browser }) => {
  test.setTimeout(120_000);
  const owner = await Member.at(browser);
  const word = fresh();
  const company = { name: `쉬는상점 ${word}`, nameEn: `Resting ${word}`, slug: `rest-${word}` };
  await owner.signUp('한쉼', `${word}@people.example`);
  await owner.signIn(`${word}@people.example`, '/start');
  await owner.registerCompany(company);
  const operator = await Operator.at(browser);
  const t = operator.t.operator.companies;
  await operator.signIn(PEOPLE.operator, '/operator');
  await operator.verify(company.name);
  await operator.press(t.act.suspend);
  await operator.question.getByRole('textbox').fill('신고를 확인하고 있습니다.');
  await operator.press(t.act.suspend, operator.question);
  await operator.sees('신고를 확인하고 있습니다.');

  for (const language of ['ko', 'en'] as const) {
    const visitor = await Person.at(browser, { language, width: 360 });
    await visitor.page.goto(`/shop/${company.slug}/search`);
    await visitor.seesHeading(visitor.t.shop.paused.title);
    await visitor.page.goto(`/shop/${company.slug}/find-order`);
    await expect(visitor.page.getByRole('heading', { level: 1, name: visitor.t.shop.paused.title })).toHaveCount(0);
    await visitor.leave();
  }
  await owner.page.goto('/company');
  await owner.sees(owner.t.company.banner.suspended.title);

  await operator.decide(t.act.resume);
  const visitor = await Person.at(browser);
  await visitor.page.goto(`/shop/${company.slug}`);
  await expect(visitor.page.getByText(visitor.t.shop.paused.title)).toHaveCount(0);
  for (const each of [owner, operator, visitor]) await each.leave();
});
