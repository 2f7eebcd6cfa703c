// Somebody who buys in a shop, with or without an account.
import { expect, type Locator } from '@playwright/test';
import { type CARDS, GUEST } from './facts';
import { Person } from './person';

export class Buyer extends Person {
  async openProduct(shop: string, product: string): Promise<void> {
    await this.page.goto(`/shop/${shop}/search?q=${encodeURIComponent(product)}`);
    await this.follow(new RegExp(product));
    await this.seesHeading(product);
  }

  async addToCart(): Promise<void> {
    await this.press(this.t.shop.product.addToCart);
    await this.sees(this.t.shop.product.added);
  }

  async toCheckout(shop: string): Promise<void> {
    await this.page.goto(`/shop/${shop}/cart`);
    await this.page.getByRole('button', { name: this.t.shop.cart.checkout }).or(this.page.getByRole('link', { name: this.t.shop.cart.checkout })).first().click();
    await this.seesHeading(this.t.shop.checkout.title);
  }

  /** Says who buys and where the parcel goes. */
  async fillAddress(email: string): Promise<void> {
    const t = this.t.shop.checkout;
    await this.fill(t.name, GUEST.name);
    await this.fill(t.phone, GUEST.phone);
    await this.fill(t.email, email);
    await this.press(t.sameAsBuyer);
    await this.fill(t.postcode, GUEST.postcode);
    await this.fill(t.address1, GUEST.address1);
    await this.page.getByLabel(new RegExp(`^${t.address2}`)).fill(GUEST.address2);
  }

  async chooseCard(card: keyof typeof CARDS): Promise<void> {
    const does = this.t.shop.payment.does[card];
    await this.page.getByRole('button', { name: new RegExp(`${does}$`) }).click();
  }

  async pay(amount: string): Promise<void> {
    await this.page.getByRole('button', { name: this.t.shop.checkout.pay(amount) }).locator('visible=true').click();
  }

  /** The number of the trade, off the order page. */
  async tradeNumber(): Promise<string> {
    const label = this.page.getByText(new RegExp(`^${this.t.shop.order.tradeNumber} `)).first();
    await expect(label).toBeVisible({ timeout: 20_000 });
    return ((await label.textContent()) ?? '').replace(this.t.shop.order.tradeNumber, '').trim();
  }

  /** The timeline of the order, newest first. */
  get history(): Locator {
    return this.page.getByRole('group').or(this.page.locator('details')).last();
  }

  /** A step that appears by itself, without the page being loaded again. */
  async watches(step: keyof Person['t']['shop']['order']['step']): Promise<void> {
    await expect(this.page.getByText(this.t.shop.order.step[step]).first()).toBeVisible({ timeout: 20_000 });
  }

  async confirmPurchase(amount: string): Promise<void> {
    const t = this.t.shop.order;
    await this.decide(t.confirm, t.confirmYes, this.t.common.money.release(amount));
    await this.sees(t.confirmed);
  }
}
