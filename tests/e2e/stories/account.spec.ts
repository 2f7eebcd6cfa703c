// A person keeps their account safe, in the browser: an app that makes codes, recovery codes, another password, a
// proof before something that matters, and the way out.
import { createHmac } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { PASSWORD } from '../support/facts';
import { Member } from '../support/member';

/** What an authenticator app shows for a secret (RFC 6238). */
function code(secret: string, later = 0): string {
  const bits = [...secret].map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const step = Buffer.alloc(8);
  step.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later));
  const mac = createHmac('sha1', key).update(step).digest();
  const at = (mac.at(-1) ?? 0) & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

for (const language of ['ko', 'en'] as const) {
  test(`an account is kept safe and left (${language})`, async ({ browser }) => {
    const person = await Member.at(browser, { language });
    const common = person.t.common.identity;
    const t = person.t.shop.account;
    const email = `careful-${language}-${Date.now()}@people.example`;
    await person.signUp('김조심', email);
    await person.signIn(email, '/my/security');
    await person.seesHeading(t.security);

    // An app that makes codes.
    await person.press(common.setUp);
    const picture = person.page.getByRole('img', { name: common.pictureAlt });
    await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    const secret = (await person.page.locator('code').first().textContent()) ?? '';
    await person.fill(common.firstCode, code(secret));
    await person.press(common.turnOn);
    const codes = person.page.getByRole('list', { name: common.recoveryCodes }).getByRole('listitem');
    await expect(codes).toHaveCount(10);
    const recovery = (await codes.first().textContent()) ?? '';
    await person.press(common.recoveryKept);
    await person.sees(common.codesLeft(10));

    // Another password; the one before is of no use any more.
    const another = 'nine paper kites';
    const panel = person.page.locator('section').filter({ has: person.page.getByRole('heading', { level: 2, name: t.password, exact: true }) });
    await person.field(t.currentPassword, panel).fill(PASSWORD);
    await person.field(common.newPassword, panel).fill(another);
    await person.press(t.changePassword, panel);
    await person.sees(t.passwordChanged);

    // On another device the password alone is not enough.
    const elsewhere = await Member.at(browser, { language });
    await elsewhere.page.goto('/sign-in?to=%2Fmy%2Fsessions');
    await elsewhere.fill(common.email, email);
    await elsewhere.fill(common.password, another);
    await elsewhere.press(common.signIn);
    await elsewhere.fill(common.code, recovery);
    await elsewhere.press(common.signIn);
    await elsewhere.page.waitForURL('**/my/sessions');
    await elsewhere.decide(t.revokeOthers);
    await elsewhere.sees(t.revokedOthers);
    await person.leave();

    // And out.
    await elsewhere.page.goto('/my/security');
    await elsewhere.press(common.deleteAccount);
    await elsewhere.press(common.deleteAccount, elsewhere.question);
    await elsewhere.page.waitForURL((url) => url.pathname === '/');
    await elsewhere.page.goto('/sign-in');
    await elsewhere.fill(common.email, email);
    await elsewhere.fill(common.password, another);
    await elsewhere.press(common.signIn);
    await expect(elsewhere.page.getByRole('alert')).toBeVisible();
    await elsewhere.leave();
  });
}
