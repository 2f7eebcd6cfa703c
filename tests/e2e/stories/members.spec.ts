// The people of a company: invited by mail, each with the menus of their role, at work for
// several companies, and without what the company has switched off.
import { expect, test } from '@playwright/test';
import { fresh, PASSWORD, PEOPLE, SHOPS } from '../support/facts';
import { linkIn } from '../support/mailbox';
import { Member } from '../support/member';

test.setTimeout(240_000);

/** Whether a place stands in the menu. */
const menu = (who: Member, place: keyof Member['t']['company']['menu']['places']) =>
  who.page.getByRole('navigation').getByRole('link', { name: who.t.company.menu.places[place], exact: true });

async function invite(owner: Member, email: string, role: string): Promise<void> {
  const t = owner.t.company.members;
  await owner.page.goto('/company/members');
  await owner.press(t.invite);
  await owner.fill(t.email, email);
  await owner.question.getByLabel(t.role, { exact: true }).selectOption({ label: role });
  await owner.press(t.send, owner.question);
  await expect(owner.question).toBeHidden();
  await owner.page.getByRole('tab', { name: t.tabs.invitations, exact: true }).click();
  await owner.sees(email);
}

/** Accepts the invitation that came after another one. */
async function accept(person: Member, email: string, before: string): Promise<void> {
  const t = person.t.common.identity;
  await expect.poll(() => linkIn(email, '/invitation'), { timeout: 15_000 }).not.toBe(before);
  await person.page.goto(await linkIn(email, '/invitation'));
  await person.press(t.invitationAccept);
  await person.page.waitForURL((url) => url.pathname === '/company');
  await person.seesHeading(person.t.company.today.title);
}

test('a person is invited, works in two companies by their roles, and a function is switched off', async ({ browser }) => {
  const email = `jiyoung-${fresh()}@people.example`;
  const bakery = await Member.at(browser);
  const mart = await Member.at(browser);
  const person = await Member.at(browser);
  await bakery.signIn(PEOPLE.bakery, '/company');
  await mart.signIn(PEOPLE.mart, '/company');
  const roles = bakery.t.common.role;

  // The bakery makes a role of its own, and invites to another one.
  const own = `매장 ${fresh()}`;
  const t = bakery.t.company.roles;
  await bakery.page.goto('/company/members?tab=roles');
  await bakery.press(t.create);
  await bakery.fill(t.name, own);
  await bakery.question.getByRole('checkbox', { name: t.permissions.orders_manage.name }).check();
  await bakery.press(bakery.t.common.act.save, bakery.question);
  await expect(bakery.question).toBeHidden();
  await bakery.sees(own);
  await invite(bakery, email, roles.accounting);

  // Whoever has the link sees the offer; it is accepted with the account of the address.
  const words = person.t.common.identity;
  const link = await linkIn(email, '/invitation');
  await person.page.goto(link);
  await person.sees(words.invitationSignIn(email));
  await person.signUp('박지영', email);
  await person.page.goto(link);
  await person.page.getByRole('main').getByRole('link', { name: words.signIn, exact: true }).click();
  await person.fill(words.email, email);
  await person.fill(words.password, PASSWORD);
  await person.press(words.signIn);
  await person.press(words.invitationAccept);
  await person.page.waitForURL((url) => url.pathname === '/company');

  // Accounting sees the books, and no customers.
  await expect(menu(person, 'revenue')).toBeVisible();
  await expect(menu(person, 'settlements')).toBeVisible();
  await expect(menu(person, 'customers')).toHaveCount(0);
  await person.page.goto('/company/customers');
  await person.sees(person.t.common.state.forbiddenTitle);

  // The owner gives the own role: the open menu follows by itself.
  await bakery.page.goto('/company/members');
  const members = bakery.t.company.members;
  await bakery.page.getByRole('button', { name: `박지영 ${members.changeRole}` }).last().click();
  await bakery.question.getByLabel(members.role, { exact: true }).selectOption({ label: own });
  await bakery.press(bakery.t.common.act.save, bakery.question);
  await expect(bakery.question).toBeHidden();
  await expect(menu(person, 'customers')).toBeVisible();
  await expect(menu(person, 'revenue')).toHaveCount(0);

  // The mart invites, too; one switches between the two.
  await invite(mart, email, roles.sales);
  await accept(person, email, link);
  const shell = person.t.common.shell;
  await person.page.getByRole('button', { name: shell.switchCompany }).click();
  await person.page.getByRole('menuitem', { name: /한빛/ }).click();
  await expect(person.page.getByText(own).first()).toBeVisible();
  await person.page.getByRole('button', { name: shell.switchCompany }).click();
  await person.page.getByRole('menuitem', { name: /두레/ }).click();
  await expect(menu(person, 'offers')).toBeVisible();
  await expect(menu(person, 'orders')).toBeVisible();

  // The mart closes its shop.
  const functions = mart.t.company.settings.functions;
  const switchShop = async (on: boolean) => {
    await mart.page.goto('/company/settings?tab=functions');
    await mart.page.getByRole('checkbox', { name: functions.names.shop, exact: true }).setChecked(on);
    if (!on) await mart.sees(functions.closes);
    await mart.press(mart.t.common.act.save);
    await mart.sees(mart.t.common.state.saved);
  };
  await switchShop(false);
  try {
    await expect(menu(person, 'orders')).toHaveCount(0);
    await person.page.goto('/company/orders');
    await person.sees(person.t.common.state.functionOffTitle);
    const visitor = await Member.at(browser);
    await visitor.page.goto(`/shop/${SHOPS.mart}`);
    await visitor.seesHeading(visitor.t.shop.home.closedTitle);
    await visitor.page.goto(`/shop/${SHOPS.mart}/cart`);
    await visitor.seesHeading(visitor.t.shop.home.closedTitle);
    await visitor.leave();
  } finally {
    await switchShop(true);
  }
  await expect(menu(person, 'orders')).toBeVisible();
  await Promise.all([bakery.leave(), mart.leave(), person.leave()]);
});
