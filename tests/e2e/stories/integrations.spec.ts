// A company connects a program of its own, in the browser: a key that opens the API and is seen once, and a webhook
// that really comes, is signed, and is sent again.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { fresh, PEOPLE } from '../support/facts';
import { Member } from '../support/member';

interface Came {
  headers: IncomingMessage['headers'];
  body: string;
}

/** A program of the company's that hears. */
async function receiver(): Promise<{ url: string; came: Came[]; close: () => void }> {
  const came: Came[] = [];
  const server = createServer((request, answer) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      came.push({ headers: request.headers, body });
      answer.end('taken');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/madang`, came, close: () => server.close() };
}

function signed({ headers, body }: Came, secret: string): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const mac = createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64');
  return String(headers['webhook-signature']).split(' ').includes(`v1,${mac}`);
}

async function fits({ page }: Member): Promise<void> {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode().analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

for (const language of ['ko', 'en'] as const) {
  test(`a program is connected (${language})`, async ({ browser, request }) => {
    // Every page of it is looked at by axe, on two screens.
    test.slow();
    const owner = await Member.at(browser, { language });
    const t = owner.t.company.integrations;
    const name = `Program ${fresh()}`;
    await owner.signIn(PEOPLE.mill, '/company/integrations');
    await owner.seesHeading(t.title);

    // A key is made, and its secret is seen once.
    await owner.press(t.keys.add);
    await owner.field(t.keys.name, owner.question).fill(name);
    await owner.press(t.keys.add, owner.question);
    await expect(owner.question).toContainText(t.keys.permissionsNone);
    await owner.question.getByLabel(t.permissions.books_view, { exact: true }).check();
    await fits(owner);
    await owner.press(t.keys.add, owner.question);
    const secret = (await owner.page.getByTestId('secret').textContent()) ?? '';
    expect(secret).toMatch(/^mk_[0-9A-Za-z]{46}$/);
    await owner.press(t.secret.done, owner.question);
    await expect(owner.question).toBeHidden();
    const ask = (key: string, path: string) => request.get(`/api/v1/company/${path}`, { headers: { authorization: `Bearer ${key}` } });
    const answer = await ask(secret, 'balance');
    expect(answer.status()).toBe(200);
    expect(answer.headers()['ratelimit-policy']).toContain('api-key');
    expect((await ask(secret, 'api-keys')).status()).toBe(403);

    // It is changed without a gap, and revoked at once.
    await owner.press(`${name} ${t.keys.rotate}`);
    await owner.press(t.keys.rotate, owner.question);
    const second = (await owner.page.getByTestId('secret').textContent()) ?? '';
    expect(second).not.toBe(secret);
    await owner.press(t.secret.done, owner.question);
    expect((await ask(secret, 'balance')).status()).toBe(200);
    expect((await ask(second, 'balance')).status()).toBe(200);
    await owner.press(`${name} ${t.keys.endOverlap}`);
    await owner.press(t.keys.endOverlap, owner.question);
    await expect(owner.question).toBeHidden();
    expect((await ask(secret, 'balance')).status()).toBe(401);
    await fits(owner);
    await owner.press(`${name} ${t.keys.revoke}`);
    await owner.press(t.keys.revoke, owner.question);
    await expect(owner.question).toBeHidden();
    expect((await ask(second, 'balance')).status()).toBe(401);

    // A webhook is added; a test comes, signed with the secret that was shown.
    const program = await receiver();
    await owner.page.goto('/company/integrations?tab=webhooks');
    await owner.press(t.webhooks.add);
    await owner.field(t.webhooks.url, owner.question).fill(program.url);
    await owner.field(t.webhooks.description, owner.question).fill(name);
    await owner.press(t.webhooks.eventsAll, owner.question);
    await fits(owner);
    await owner.press(owner.t.common.act.save, owner.question);
    const signs = (await owner.page.getByTestId('secret').textContent()) ?? '';
    expect(signs).toMatch(/^whsec_/);
    await owner.press(t.secret.done, owner.question);
    await owner.follow(program.url);
    await owner.seesHeading(name);
    await owner.press(t.webhooks.test);
    await expect.poll(() => program.came.length, { timeout: 20_000 }).toBe(1);
    expect(program.came.every((came) => signed(came, signs))).toBe(true);
    const delivered = owner.page.getByText(t.deliveries.states.delivered).filter({ visible: true });
    await expect(delivered.first()).toBeVisible({ timeout: 15_000 });
    await fits(owner);

    // What was sent and what came back can be read, and sent again.
    await owner.follow(t.eventTypes['webhook.test']);
    await owner.sees('taken');
    await owner.sees(/"webhook\.test"/);
    await fits(owner);
    await owner.press(t.deliveries.replay);
    await expect.poll(() => program.came.length, { timeout: 20_000 }).toBe(2);
    expect(new Set(program.came.map(({ headers }) => headers['webhook-id'])).size).toBe(1);

    // Nothing is missing; a period is sent again; and it is taken away.
    await owner.follow(t.deliveries.label);
    await owner.page.getByRole('tab', { name: t.webhooks.tabs.gaps }).click();
    await owner.sees(t.gaps.empty);
    await owner.press(t.replayRange.open);
    await owner.field(t.replayRange.from, owner.question).fill('2026-01-01T00:00');
    await owner.field(t.replayRange.to, owner.question).fill('2036-01-01T00:00');
    await owner.question.getByLabel(t.replayRange.undelivered).uncheck();
    await fits(owner);
    await owner.press(t.replayRange.submit, owner.question);
    await owner.sees(t.replayRange.done(1));
    await expect.poll(() => program.came.length, { timeout: 20_000 }).toBe(3);
    await owner.decide(t.webhooks.turnOff);
    await owner.sees(t.webhooks.offReasons.person);
    await fits(owner);
    await owner.decide(t.webhooks.remove);
    await owner.page.waitForURL('**/company/integrations?tab=webhooks');
    program.close();
    await owner.leave();
  });
}
