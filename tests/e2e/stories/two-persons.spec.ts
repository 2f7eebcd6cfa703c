// An owner proposes another payout account, somebody of the operator approves it, and both find it in the audit log.
import { expect, test } from '@playwright/test';
import { PEOPLE } from '../support/facts';
import { Member } from '../support/member';
import { Operator } from '../support/operator';

for (const language of ['ko', 'en'] as const) {
  test(`where money goes is changed by two persons (${language})`, async ({ browser }) => {
    const owner = await Member.at(browser, { language });
    const t = owner.t.company.settings.payout;
    const number = `110${Date.now()}`.slice(0, 12);
    const shown = new RegExp(`${number.slice(-4)}`);
    await owner.signIn(PEOPLE.mill, '/company');
    await owner.page.goto('/company/settings?tab=payout');
    await owner.fill(t.bank, '국민은행');
    await owner.fill(t.account, number);
    await owner.fill(t.holder, '새벽제분');
    await owner.fill(t.reason, '주거래 은행을 바꿨습니다');
    await owner.press(t.change);
    await owner.sees(t.proposed);
    // It is not changed yet, and whoever proposed it can only take it back.
    await owner.page.goto('/company/proposals');
    const own = owner.page.getByRole('row').filter({ hasText: shown });
    await expect(own).toContainText(owner.t.approval.states.pending);
    await expect(own.getByRole('button')).toHaveText([owner.t.approval.actions.withdraw]);

    const operator = await Operator.at(browser, { language });
    await operator.signIn(PEOPLE.operator, '/operator');
    await operator.page.goto('/operator/queue?tab=proposal');
    await operator.sees(/주거래 은행을 바꿨습니다/);
    await operator.page.goto('/operator/proposals');
    const row = operator.page.getByRole('row').filter({ hasText: shown });
    await operator.press(operator.t.approval.actions.approve, row);
    await expect(operator.question).toContainText(operator.t.approval.means.payout_account);
    await operator.press(operator.t.approval.actions.approve, operator.question);
    await expect(operator.question).toBeHidden();
    await expect(row).toBeHidden();

    await owner.page.goto('/company/settings?tab=payout');
    await owner.sees(shown);
    await owner.page.goto('/company/audit?action=company.payout_account.set');
    const entry = owner.page.getByRole('row').filter({ hasText: shown }).first();
    await expect(entry).toContainText(owner.t.audit.actions['company.payout_account.set']);
    await expect(entry).toContainText(owner.t.audit.actorKinds.operator);
    await operator.page.goto('/operator/audit');
    await operator.press(operator.t.audit.check);
    await operator.sees(operator.t.audit.wholeBody);
    await owner.leave();
    await operator.leave();
  });
}
