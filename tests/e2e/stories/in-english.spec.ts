// The same way in English, where the operator's rules let green cases pass by themselves.
import { test } from '@playwright/test';
import { Buyer } from '../support/buyer';
import { fresh, PEOPLE, SHOPS } from '../support/facts';
import { won } from '../support/language';
import { Member } from '../support/member';
import { Operator } from '../support/operator';

test('an order is bought, delivered and confirmed in English', async ({ browser }) => {
  test.setTimeout(180_000);
  const buyer = await Buyer.at(browser, { language: 'en' });
  const supplier = await Member.at(browser, { language: 'en' });
  const operator = await Operator.at(browser, { language: 'en' });
  const paid = won(9500, 'en');

  await test.step('the operator lets green cases pass', async () => {
    await operator.signIn(PEOPLE.operator, '/operator/rules');
    await operator.setRules(true);
  });

  await test.step('a guest buys a loaf at once', async () => {
    await buyer.openProduct(SHOPS.bakery, 'Milk Bread Loaf');
    await buyer.press(buyer.t.shop.product.buyNow);
    await buyer.seesHeading(buyer.t.shop.checkout.title);
    await buyer.fillAddress(`guest-${fresh()}@visitors.example`);
    await buyer.chooseCard('success');
    await buyer.pay(paid);
    await buyer.sees(buyer.t.shop.order.thanks);
  });
  const trade = await buyer.tradeNumber();

  await test.step('the purchase order comes by itself, and the bakery accepts and delivers', async () => {
    await buyer.watches('po_issued');
    await supplier.signIn(PEOPLE.bakery, '/company');
    await supplier.openTrade(trade);
    await supplier.take('accept_po');
    await supplier.fileDelivery('6600-1234-5678');
  });

  await test.step('a full delivery is approved by itself, and the parcel arrives', async () => {
    await buyer.watches('shipment_approved');
    await supplier.page.reload();
    await supplier.take('mark_in_transit');
    await supplier.take('mark_arrived');
  });

  await test.step('the buyer confirms', async () => {
    await buyer.watches('arrived');
    await buyer.confirmPurchase(paid);
  });
});
