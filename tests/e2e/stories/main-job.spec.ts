// The main job, from sign-up to payout, by everybody who takes part in it.
import { expect, test } from '@playwright/test';
import { Buyer } from '../support/buyer';
import { fresh, PEOPLE } from '../support/facts';
import { won } from '../support/language';
import { Member } from '../support/member';
import { Operator } from '../support/operator';

test('a company signs up, sells, delivers and is paid, and every record agrees', async ({ browser }) => {
  test.setTimeout(240_000);
  const word = fresh();
  const slug = `gaon-${word}`;
  const company = `가온농장 ${word}`;
  const owner = await Member.at(browser);
  const operator = await Operator.at(browser);
  const buyer = await Buyer.at(browser);

  await test.step('a person signs up, confirms their address and registers their company', async () => {
    await owner.signUp('한가온', `owner@${slug}.example`);
    await owner.signIn(`owner@${slug}.example`, '/start');
    await owner.registerCompany({ name: company, nameEn: `Gaon Farm ${word}`, slug });
  });

  await test.step('before it is verified it sets everything up, and its shop is a preview', async () => {
    await owner.registerItem({ name: '사과잼', nameEn: 'Apple jam', code: 'JAM', option: '300 g', list: 24_000, selling: 22_000, supply: 16_500, stock: 5 });
    await owner.addPicture();
    await owner.publish();
    await owner.setDelivery(3000);
    await owner.proposePayoutAccount('한가온');
    await buyer.openProduct(slug, '사과잼');
    await buyer.sees(buyer.t.shop.product.notSelling);
  });

  await test.step('the operator verifies the company', async () => {
    await operator.signIn(PEOPLE.operator, '/operator');
    await operator.setRules(false);
    await operator.verify(company);
  });

  await test.step('the operator is the second person of a company with one owner', async () => {
    await operator.approveAccount(company, '3010000770011');
  });

  await test.step('a guest orders and pays, with the total on the first screen', async () => {
    await buyer.page.reload();
    await buyer.addToCart();
    await buyer.toCheckout(slug);
    await buyer.fillAddress(`guest@${slug}.example`);
    await buyer.chooseCard('success');
    await buyer.pay(won(25_000));
    await buyer.sees(buyer.t.shop.order.thanks);
    await buyer.sees(buyer.t.shop.order.escrow(won(25_000)));
  });
  const trade = await buyer.tradeNumber();

  await test.step('the seller requests the purchase order, the operator checks and issues it', async () => {
    await owner.openTrade(trade);
    await owner.take('request_po');
    await operator.openFromQueue('po', trade, won(25_000));
    await operator.issue(won(25_000));
    await buyer.watches('po_issued');
  });

  await test.step('the supplier accepts and files the delivery confirmation with its paper', async () => {
    await owner.page.reload();
    await owner.take('accept_po');
    await owner.fileDelivery('5500-7700-1100', { name: '거래명세서.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n') });
  });

  await test.step('the operator confirms the delivery and approves the shipment', async () => {
    await operator.openFromQueue('shipment', trade, won(25_000));
    await operator.sees('거래명세서.pdf');
    await operator.approve(won(25_000));
    await buyer.watches('shipment_approved');
  });

  await test.step('the parcel goes out and arrives', async () => {
    await owner.page.reload();
    await owner.take('mark_in_transit');
    await owner.take('mark_arrived');
    await buyer.watches('arrived');
  });

  await test.step('the buyer confirms the purchase, which releases the money', async () => {
    await buyer.confirmPurchase(won(25_000));
    await buyer.sees(buyer.t.shop.order.nothingHeld);
  });

  // 25,000 paid; 3 % of the goods is the fee: 660, of which 60 is VAT.
  await test.step('the settlement run and the payout bring the company its share', async () => {
    await operator.settle();
    await operator.payOut(company, won(24_340));
    await operator.prove();
  });

  await test.step('the workspace shows the same figures', async () => {
    await owner.page.goto('/company/payouts');
    await expect(owner.page.getByText(won(24_340)).first()).toBeVisible();
    await owner.sees(owner.t.company.payouts.states.paid);
    await owner.page.goto('/company/revenue');
    await owner.sees(won(660));
  });

  for (const person of [owner, operator, buyer]) await person.leave();
});
