// A buyer takes back what is not yet on its way, and the money comes back.
import { expect, test } from '@playwright/test';
import { Buyer } from '../support/buyer';
import { PEOPLE, SHOPS } from '../support/facts';
import { Member } from '../support/member';

test('a signed-in buyer cancels before the shipment is approved and is refunded in full', async ({ browser }) => {
  const buyer = await Buyer.at(browser);
  const t = buyer.t.shop.order;
  await buyer.signIn(PEOPLE.buyer, '/my/orders');
  await buyer.openProduct(SHOPS.mart, '우유식빵');
  await buyer.press(buyer.t.shop.product.buyNow);
  await buyer.fillAddress(PEOPLE.buyer);
  await buyer.chooseCard('success');
  await buyer.page.getByRole('button', { name: /결제하기$/ }).locator('visible=true').click();
  await buyer.sees(t.thanks);
  const trade = await buyer.tradeNumber();

  await buyer.press(t.cancel);
  await buyer.question.getByRole('combobox').selectOption({ label: t.reasons.changed_mind });
  await expect(buyer.question).toContainText(/[\d,]+원을 돌려드립니다/);
  await buyer.press(t.cancelYes, buyer.question);
  await buyer.sees(t.cancelled);
  await buyer.sees(t.nothingHeld);

  const seller = await Member.at(browser);
  await seller.signIn(PEOPLE.mart, '/company');
  await seller.openTrade(trade);
  await seller.sees(seller.t.common.trade.money.refundedAll);
});

test('an order moves by itself on the open page of its signed-in buyer', async ({ browser }) => {
  const buyer = await Buyer.at(browser);
  const seller = await Member.at(browser);
  await seller.signIn(PEOPLE.mart, '/company');
  await buyer.signIn(PEOPLE.buyer, '/my/orders');
  await buyer.openProduct(SHOPS.mart, '우유식빵');
  await buyer.press(buyer.t.shop.product.buyNow);
  await buyer.fillAddress(PEOPLE.buyer);
  await buyer.chooseCard('success');
  await buyer.page.getByRole('button', { name: /결제하기$/ }).locator('visible=true').click();
  await buyer.sees(buyer.t.shop.order.thanks);
  const trade = await buyer.tradeNumber();
  // What a page keeps for itself is gone when it is loaded again.
  await buyer.page.evaluate(() => Object.assign(globalThis, { stayed: true }));

  await seller.openTrade(trade);
  await seller.take('request_po');
  await buyer.watches('po_requested');
  expect(await buyer.page.evaluate(() => Reflect.get(globalThis, 'stayed'))).toBe(true);
});
