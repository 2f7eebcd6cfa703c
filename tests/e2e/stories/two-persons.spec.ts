// An owner proposes another payout account, somebody of the operator approves it, and both find it in the audit log.
import { expect, test } from '@playwright/test';
import { PEOPLE } from '../support/facts';
import { Member } from '../support/member';
import { Operator } from '../support/operator';

test.setTimeout(240_000);

for (const language of ['ko', 'en'] as const) {
  test(`where money goes is changed by two persons (${language})`, async ({ browser }) => {
    const owner = await Member.at(browser, { language });
    const operator = await Operator.at(browser, { language });
    const number = `110${Date.now()}`.slice(0, 12);
    const shown = new RegExp(number.slice(-4));
    await owner.signIn(PEOPLE.mill, '/company');
    await operator.signIn(PEOPLE.operator, '/operator');

    await test.step('it is not changed yet, and whoever proposed it can only take it back', async () => {
      await owner.proposePayoutAccount('새벽제분', '999-000-111222', '잘못 적은 계좌');
      await owner.page.goto('/company/proposals');
      const own = owner.page.getByRole('row').filter({ hasText: '잘못 적은 계좌' }).first();
      await expect(own).toContainText(owner.t.approval.states.pending);
      await expect(own.getByRole('button')).toHaveText([owner.t.approval.actions.withdraw]);
      await owner.press(owner.t.approval.actions.withdraw, own);
      await owner.press(owner.t.approval.actions.withdraw, owner.question);
      await expect(own).toBeHidden();
    });

    await test.step('the operator refuses one with a reason, which the company reads', async () => {
      const why = `통장 사본과 다릅니다 ${number}`;
      await owner.proposePayoutAccount('새벽제분', '999-000-111222', '주거래 은행을 바꿨습니다');
      await operator.page.goto('/operator/proposals');
      const row = operator.page.getByRole('row').filter({ hasText: '새벽제분' }).first();
      await operator.press(operator.t.approval.actions.refuse, row);
      await operator.question.getByRole('textbox').fill(why);
      await operator.press(operator.t.approval.actions.refuse, operator.question);
      await expect(row).toBeHidden();
      await owner.page.goto('/company/proposals?tab=all');
      await owner.sees(why);
    });

    await test.step('the operator approves another, and payouts go there', async () => {
      await owner.proposePayoutAccount('새벽제분', number, '주거래 은행을 바꿨습니다');
      await operator.approveAccount('새벽제분', number);
      await owner.page.goto('/company/settings?tab=payout');
      await owner.sees(shown);
    });

    await test.step('both persons stand in the audit log', async () => {
      await owner.page.goto('/company/audit?action=company.payout_account.set');
      const entry = owner.page.getByRole('row').filter({ hasText: shown }).first();
      await expect(entry).toContainText(owner.t.audit.actions['company.payout_account.set']);
      await expect(entry).toContainText(owner.t.audit.actorKinds.operator);
      await owner.page.goto('/company/audit?action=approval.proposal.made');
      await owner.sees(shown);
      await operator.page.goto('/operator/audit');
      await operator.press(operator.t.audit.check);
      await operator.sees(operator.t.audit.wholeBody);
    });
    await owner.leave();
    await operator.leave();
  });
}
