// A mart finds what a supplier offers and sells it in its own shop at its own price.
import { expect, test } from '@playwright/test';
import { Buyer } from '../support/buyer';
import { PEOPLE, SHOPS } from '../support/facts';
import { Member } from '../support/member';

test('a distributor is warned of a loss, lists at its own price, and its shop sells it', async ({ browser }) => {
  const mart = await Member.at(browser);
  const t = mart.t.company.supply;
  const { page } = mart;
  await mart.signIn(PEOPLE.mart, '/company');
  await page.goto('/company/supply-offers?tab=false');
  const offer = page.getByRole('row').getByRole('link').first();
  const name = ((await offer.textContent()) ?? '').trim();
  await offer.click();
  await mart.seesHeading(name);

  await test.step('below the supply price it has to say that it accepts the loss', async () => {
    const price = page.getByRole('textbox', { name: new RegExp(`${t.myPrice}$`) }).first();
    const usual = await price.inputValue();
    await price.fill('1000');
    await mart.sees(t.lossWarning(1));
    await mart.press(t.list);
    await mart.sees(t.acceptLossRequired);
    await price.fill(usual);
    await expect(page.getByText(t.lossWarning(1))).toBeHidden();
  });

  await test.step('at its own price it sees its margin and puts it on sale', async () => {
    await expect(page.getByRole('status').filter({ hasText: t.margin }).first()).toBeVisible();
    await mart.press(t.list);
    await mart.seesHeading(name);
    await mart.sees(mart.t.company.catalog.listing.status.published);
  });

  await test.step('its shop shows it, with the supplier who sends it', async () => {
    const visitor = await Buyer.at(browser);
    await visitor.openProduct(SHOPS.mart, name);
    await visitor.sees(visitor.t.shop.product.suppliedBy);
    await visitor.leave();
  });

  await test.step('it takes it off its shelves again', async () => {
    await page.goto(`/company/supply-offers?tab=true&q=${encodeURIComponent(name)}`);
    await page.getByRole('row').getByRole('link', { name }).first().click();
    await mart.decide(t.unlist);
    await mart.sees(t.unlisted);
  });
});
