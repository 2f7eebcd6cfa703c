// Somebody at a screen: a browser of their own, in their language.
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test';
import { PASSWORD } from './facts';
import { type Language, type Words, words } from './language';

interface Seat {
  language?: Language;
  width?: number;
}

const escaped = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

export class Person {
  constructor(
    readonly page: Page,
    readonly language: Language,
  ) {}

  /** Sits down at a fresh browser. */
  static async at<P extends Person>(this: new (page: Page, language: Language) => P, browser: Browser, seat: Seat = {}): Promise<P> {
    const language = seat.language ?? 'ko';
    const context: BrowserContext = await browser.newContext({
      locale: language === 'ko' ? 'ko-KR' : 'en-US',
      timezoneId: 'Asia/Seoul',
      viewport: { width: seat.width ?? 1280, height: seat.width === undefined ? 800 : 740 },
      reducedMotion: 'reduce',
    });
    return new this(await context.newPage(), language);
  }

  get t(): Words {
    return words[this.language];
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }

  /** A field by its label; the star of a required one is not part of its name. */
  field(label: string, within: Locator | Page = this.page): Locator {
    return within.getByLabel(new RegExp(`^${escaped(label)}( \\*)?$`));
  }

  async fill(label: string, value: string): Promise<void> {
    await this.field(label).fill(value);
  }

  async press(name: string, within: Locator | Page = this.page): Promise<void> {
    await within.getByRole('button', { name, exact: true }).click();
  }

  async follow(name: string | RegExp): Promise<void> {
    const link = typeof name === 'string' ? { name, exact: true } : { name };
    await this.page.getByRole('link', link).first().click();
  }

  /** The question that is asked before something that matters. */
  get question(): Locator {
    return this.page.getByRole('dialog');
  }

  /** Presses, reads what happens to the money, and says yes. */
  async decide(name: string, yes: string = name, money?: string): Promise<void> {
    await this.press(name);
    if (money !== undefined) await expect(this.question).toContainText(money);
    await this.press(yes, this.question);
    await expect(this.question).toBeHidden();
  }

  /** Something stands on the page. */
  async sees(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).filter({ visible: true }).first()).toBeVisible();
  }

  async seesHeading(name: string | RegExp): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
  }

  /** Signs in on the way to a page that needs it. */
  async signIn(email: string, to: string): Promise<void> {
    const t = this.t.common.identity;
    await this.page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await this.fill(t.email, email);
    await this.fill(t.password, PASSWORD);
    await this.press(t.signIn);
    await this.page.waitForURL((url) => url.pathname === to);
  }
}
