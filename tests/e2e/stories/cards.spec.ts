// What becomes of an order when a card is refused, or wants to know who pays.
import { test } from '@playwright/test';
import { Buyer } from '../support/buyer';
import { fresh, SHOPS } from '../support/facts';
import { won } from '../support/language';

async function atCheckout(buyer: Buyer): Promise<void> {
  await buyer.openProduct(SHOPS.bakery, '우유식빵');
  await buyer.addToCart();
  await buyer.toCheckout(SHOPS.bakery);
  await buyer.fillAddress(`guest-${fresh()}@visitors.example`);
}

test('a declined card takes nothing, and another card pays the same order', async ({ browser }) => {
  const buyer = await Buyer.at(browser, { width: 360 });
  const t = buyer.t.shop;
  await atCheckout(buyer);
  await buyer.chooseCard('declined');
  await buyer.pay(won(9500));
  await buyer.sees(t.order.declined);
  await buyer.sees(t.payment.failure.card_declined);
  await buyer.chooseCard('success');
  await buyer.press(t.order.payAmount(won(9500)));
  await buyer.sees(t.order.thanks);
  await buyer.sees(t.order.escrow(won(9500)));
});

test('a card that asks who pays is approved at the bank and pays the order', async ({ browser }) => {
  const buyer = await Buyer.at(browser);
  const t = buyer.t.shop;
  await atCheckout(buyer);
  await buyer.chooseCard('challenge');
  await buyer.pay(won(9500));
  await buyer.seesHeading(t.challenge.title);
  await buyer.press(t.challenge.approve);
  await buyer.sees(t.order.thanks);
});
