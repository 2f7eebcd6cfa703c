// A person signs in without a password: an authenticator that the browser pretends to have holds the passkey.
import { type CDPSession, expect, test } from '@playwright/test';
import { PASSWORD } from '../support/facts';
import { Member } from '../support/member';

/** Plugs an authenticator into somebody's browser: built into the device, with the person verified by it. */
async function plugIn(person: Member): Promise<{ cdp: CDPSession; authenticator: string }> {
  const cdp = await person.page.context().newCDPSession(person.page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, authenticator: authenticatorId };
}

for (const language of ['ko', 'en'] as const) {
  test(`a passkey signs in, proves who it is and goes (${language})`, async ({ browser }) => {
    const person = await Member.at(browser, { language });
    const t = person.t.common.identity;
    const { cdp, authenticator } = await plugIn(person);
    const email = `key-${language}-${Date.now()}@people.example`;
    await person.signUp('김열쇠', email);
    await person.signIn(email, '/my/security');

    // The first one brings codes for the day on which it is lost.
    await person.press(t.passkeyAdd);
    await person.field(t.passkeyName, person.question).fill('회사 노트북');
    await person.press(t.passkeyCreate, person.question);
    await expect(person.page.getByRole('list', { name: t.recoveryCodes }).getByRole('listitem')).toHaveCount(10);
    await person.press(t.recoveryKept);
    const passkeys = person.page.getByRole('list', { name: t.passkey });
    await expect(passkeys.getByRole('listitem')).toHaveCount(1);
    await person.sees('회사 노트북');
    await person.sees(t.passkeyNeverUsed);
    await person.press(`${t.passkeyRename}: 회사 노트북`);
    await person.field(t.passkeyName, person.question).fill('집 노트북');
    await person.press(t.passkeyRename, person.question);
    await person.sees('집 노트북');
    const held = await cdp.send('WebAuthn.getCredentials', { authenticatorId: authenticator });
    expect(held.credentials.map(({ isResidentCredential }) => isResidentCredential)).toEqual([true]);

    // No address and no password.
    await person.page.context().clearCookies();
    await person.page.goto('/sign-in?to=%2Fmy%2Fsecurity');
    await person.press(t.passkeySignIn);
    await person.page.waitForURL('**/my/security');
    await person.sees('집 노트북');
    await person.sees(t.passkeyLastUsed);

    // With the password it is asked for beside it.
    await person.page.context().clearCookies();
    await person.page.goto('/sign-in?to=%2Fmy%2Fsecurity');
    await person.fill(t.email, email);
    await person.fill(t.password, PASSWORD);
    await person.press(t.signIn);
    await expect(person.page.getByRole('alert')).toBeVisible();
    await person.press(t.passkeyProve);
    await person.page.waitForURL('**/my/security');

    // An authenticator that does not know the person is refused by the browser, and we say so.
    await person.page.context().clearCookies();
    await person.page.goto('/sign-in?to=%2Fmy%2Fsecurity');
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: false });
    await person.press(t.passkeySignIn);
    await expect(person.page.getByRole('alert')).toBeVisible();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId: authenticator, isUserVerified: true });
    await person.press(t.passkeySignIn);
    await person.page.waitForURL('**/my/security');

    // What matters asks once more who it is; here the server is made to believe that much time has passed.
    const tooLong = { type: 'about:blank', title: '', status: 403, code: 'auth.step_up_required' };
    await person.page.route(
      /\/account\/passkeys\/passkey_/,
      (route) => route.fulfill({ status: 403, contentType: 'application/problem+json', body: JSON.stringify(tooLong) }),
      { times: 1 },
    );
    await person.press(`${t.passkeyRemove}: 집 노트북`);
    await person.press(t.passkeyRemove, person.question);
    const prove = person.page.getByRole('dialog', { name: t.proveTitle });
    await expect(prove.getByRole('button', { name: t.passkeyProve })).toBeVisible();
    await person.press(t.passkeyProve, prove);
    await person.sees(t.passkeyRemoved);
    await expect(passkeys).toHaveCount(0);

    // And the password is enough again.
    await person.page.context().clearCookies();
    await person.signIn(email, '/my/security');
    await person.leave();
  });
}
