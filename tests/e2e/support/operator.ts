// Somebody of the platform operator, at the console.
import { expect } from '@playwright/test';
import { Person } from './person';

export class Operator extends Person {
  async verify(company: string): Promise<void> {
    const t = this.t.operator.companies;
    await this.page.goto(`/operator/companies?q=${encodeURIComponent(company)}`);
    await this.follow(company);
    await this.seesHeading(company);
    await this.decide(t.act.verify);
    await this.sees(t.done.verify);
  }

  /** Whether purchase orders and shipments pass by themselves where every check is green. */
  async setRules(automatic: boolean): Promise<void> {
    const t = this.t.operator.rules;
    await this.page.goto('/operator/rules');
    const switches = [this.page.getByRole('switch', { name: t.autoIssue }), this.page.getByRole('switch', { name: t.autoApprove })];
    await expect(switches[0]!).toBeVisible();
    for (const each of switches) await each.setChecked(automatic, { force: true });
    await this.press(t.save);
    await this.sees(t.saved);
  }

  /** Opens a trade out of the queue, where it waits with what is at stake. */
  async openFromQueue(kind: 'po' | 'shipment', trade: string, amount: string): Promise<void> {
    await this.page.goto(`/operator/queue?tab=${kind}`);
    const row = this.page.getByRole('listitem').filter({ hasText: trade });
    await expect(row).toContainText(amount);
    await row.getByRole('link', { name: new RegExp(trade) }).first().click();
    // The queue has a button of the same name; it is the trade's own page that is meant.
    await this.page.waitForURL('**/operator/trades/*');
    await this.sees(trade);
  }

  async issue(money?: string): Promise<void> {
    const t = this.t.operator.trades;
    await this.decide(t.step.issue_po, t.step.issue_po, money);
    await this.sees(t.done.issue_po);
  }

  async approve(money?: string): Promise<void> {
    const t = this.t.operator.trades;
    await this.decide(t.step.approve_shipment, t.step.approve_shipment, money);
    await this.sees(t.done.approve_shipment);
  }

  /** Approves what a company has proposed, after comparing the whole account number. */
  async approveAccount(company: string, number: string): Promise<void> {
    const t = this.t.approval;
    await this.page.goto('/operator/queue?tab=proposal');
    await this.sees(company);
    await this.page.goto('/operator/proposals');
    // What changes is a table within the row.
    const row = this.page.getByRole('row').filter({ hasText: company }).first();
    await this.press(t.actions.approve, row);
    await expect(this.question).toContainText(t.means.payout_account);
    await expect(this.question).toContainText(number);
    await this.press(t.actions.approve, this.question);
    await expect(this.question).toBeHidden();
    await expect(row).toBeHidden();
  }

  /** Settles what is confirmed, for all companies at once. */
  async settle(): Promise<void> {
    const t = this.t.operator.settlements;
    await this.page.goto('/operator/settlements');
    await this.press(t.run);
    await this.question.getByRole('radio', { name: t.runEveryone }).check();
    await this.press(t.run, this.question);
    await expect(this.page.getByRole('dialog', { name: t.runResult })).toContainText(t.runPayouts);
  }

  /** Puts a company's payout in a bank file and confirms that it arrived. */
  async payOut(company: string, amount: string): Promise<void> {
    const t = this.t.operator.payouts;
    const row = this.page.getByRole('row').filter({ hasText: company });
    await this.page.goto('/operator/payouts?tab=pending');
    await row.getByRole('checkbox').check();
    await this.press(t.batchSome(1));
    await expect(this.question).toContainText(amount);
    await this.press(t.batchMake, this.question);
    await this.sees(this.t.operator.batches.hash);
    await this.page.goto('/operator/payouts?tab=sent');
    await this.press(t.confirm, row);
    await expect(this.question).toContainText(t.confirmMoney(amount, company));
    await this.press(t.confirm, this.question);
    await this.sees(t.confirmed);
  }

  /** Recomputes the whole journal and reads its last line. */
  async prove(): Promise<void> {
    await this.page.goto('/operator/ledger/proof');
    await this.sees(/proof: \d+ transfers, \d+ trades, 0 faults/);
  }
}
