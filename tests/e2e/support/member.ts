// Somebody who works for a company, in its workspace.
import { expect } from '@playwright/test';
import { businessNumber, PASSWORD, PICTURE } from './facts';
import { linkIn } from './mailbox';
import { Person } from './person';

export interface Goods {
  name: string;
  nameEn: string;
  code: string;
  option: string;
  list: number;
  selling: number;
  supply: number;
  stock: number;
}

export interface NewCompany {
  name: string;
  nameEn: string;
  slug: string;
}

export class Member extends Person {
  /** Makes an account and opens the link in the mail that follows. */
  async signUp(name: string, email: string): Promise<void> {
    const t = this.t.common.identity;
    await this.page.goto('/sign-up');
    await this.fill(t.name, name);
    await this.fill(t.email, email);
    await this.fill(t.password, PASSWORD);
    // Nothing is ticked beforehand.
    await this.page.getByRole('checkbox').first().waitFor();
    for (const each of await this.page.getByRole('checkbox').all()) await each.check();
    await this.press(t.signUp);
    await this.sees(t.verifySent(email));
    await this.page.goto(await linkIn(email, '/verify-email'));
    await this.sees(t.verified);
  }

  /** Walks through the five steps of the registration. */
  async registerCompany({ name, nameEn, slug }: NewCompany): Promise<void> {
    const t = this.t.shop.register;
    const optional = (label: string) => `${label} (${this.t.common.form.optional})`;
    const next = () => this.press(this.t.common.act.next);
    await this.page.goto('/start');
    await this.fill(t.name, name);
    await this.fill(optional(t.nameEn), nameEn);
    await this.fill(t.businessNumber, businessNumber());
    await this.sees(t.numberRight);
    await next();
    await this.fill(t.representative, '한가온');
    await this.fill(t.postcode, '27300');
    await this.fill(t.address1, '충청북도 충주시 사과밭길 7');
    await this.fill(optional(t.mailOrderNumber), '제2026-충북충주-0007호');
    await this.fill(t.phone, '043-000-7700');
    await next();
    for (const each of Object.values(t.functions)) await this.field(each.label).check();
    await next();
    await this.fill(t.slug, slug);
    await this.sees(t.slugFree);
    await next();
    await this.press(t.register);
    await this.sees(t.doneTitle(name));
  }

  /** Registers an item with one option, its prices and what is on hand. */
  async registerItem(goods: Goods): Promise<void> {
    const t = this.t.company.catalog;
    await this.page.goto('/company/items/new');
    await this.fill(t.fields.name, goods.name);
    await this.page.getByLabel(t.fields.nameEn, { exact: true }).first().fill(goods.nameEn);
    await this.fill(t.fields.code, goods.code);
    await this.page.getByLabel(t.fields.description, { exact: true }).fill('나무에서 익혀 딴 사과로 만들었습니다.');
    await this.fill(t.fields.variantName, goods.option);
    await this.fill('SKU', `${goods.code}-1`);
    await this.fill(t.fields.list, String(goods.list));
    await this.fill(t.fields.selling, String(goods.selling));
    await this.fill(t.fields.supply, String(goods.supply));
    await this.fill(t.fields.openingStock, String(goods.stock));
    await this.press(t.create);
    await this.seesHeading(goods.name);
  }

  /** On the page of an item: shows what it looks like. */
  async addPicture(): Promise<void> {
    const t = this.t.company.catalog;
    await this.page.getByRole('tab', { name: t.tabs.pictures, exact: true }).click();
    await this.page.locator('input[type=file]').setInputFiles(PICTURE);
    await this.press(t.pictures.upload);
    await expect(this.page.getByText(t.pictures.cover, { exact: true })).toBeVisible();
  }

  /** On the page of an item: makes it a product of the own shop and puts it on sale. */
  async publish(): Promise<void> {
    const t = this.t.company.catalog;
    await this.page.getByRole('tab', { name: t.tabs.listing, exact: true }).click();
    await this.press(t.listing.make);
    await this.decide(t.listing.publish);
    await this.sees(t.listing.status.published);
  }

  async setDelivery(fee: number): Promise<void> {
    const t = this.t.company.settings;
    await this.page.goto('/company/settings?tab=rules');
    await this.fill(t.rules.deliveryFee, String(fee));
    await this.press(this.t.common.act.save);
    await this.sees(this.t.common.state.saved);
  }

  /** Proposes an account for payouts, which another person has to approve. */
  async proposePayoutAccount(holder: string, number = '301-0000-7700-11', reason = '첫 지급 계좌'): Promise<void> {
    const t = this.t.company.settings.payout;
    await this.page.goto('/company/settings?tab=payout');
    await this.fill(t.bank, '농협은행');
    await this.fill(t.account, number);
    await this.fill(t.holder, holder);
    await this.fill(t.reason, reason);
    await this.page.getByRole('button', { name: new RegExp(`^(${t.register}|${t.change})$`) }).click();
    await this.sees(this.t.approval.waiting);
  }

  /** Opens the trade that waits for us, from the list of trades. */
  async openTrade(number: string): Promise<void> {
    await this.page.goto(`/company/trades?tab=all&q=${number}`);
    await this.page.getByRole('row').filter({ hasText: number }).getByRole('link').first().click();
    await this.sees(number);
  }

  /** Takes a step of the open trade that needs nothing but a yes. */
  async take(step: 'request_po' | 'accept_po' | 'mark_in_transit' | 'mark_arrived', money?: string): Promise<void> {
    const t = this.t.company.trades;
    await this.decide(t.step[step], t.step[step], money);
    await this.sees(t.done[step]);
  }

  /** Files the delivery confirmation of the open trade, with its paper. */
  async fileDelivery(tracking: string, paper?: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const t = this.t.company.trades.delivery;
    await this.fill(this.t.common.trade.carrier, '한진택배');
    await this.fill(this.t.common.trade.tracking, tracking);
    if (paper !== undefined) await this.page.locator('input[type=file]').setInputFiles(paper);
    await this.press(t.submit, this.page.locator('form'));
    await this.press(t.submit, this.question);
    await this.sees(t.done);
  }
}
