// The local mailbox, where mail lies as files when no mail server is set. A person
// opens the link of a mail that is addressed to them.
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

const folder = join(process.env.MADANG_DATA_DIR ?? '../../.local/e2e/data', 'mailbox');

interface Mail {
  to: string;
  text: string;
}

function read(source: string): Mail {
  const to = /^To: (.*)$/m.exec(source)?.[1] ?? '';
  const part = /Content-Type: text\/plain[\s\S]*?\r?\n\r?\n([\s\S]*?)\r?\n--/.exec(source);
  const plain = (part?.[1] ?? '').replaceAll(/=\r?\n/g, '');
  const base64 = /Content-Transfer-Encoding: base64/i.test(part?.[0] ?? '');
  return { to, text: base64 ? Buffer.from(plain, 'base64').toString('utf8') : plain.replaceAll('=3D', '=') };
}

async function mails(): Promise<Mail[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort();
  return Promise.all(names.map(async (name) => read(await readFile(join(folder, name), 'utf8'))));
}

/** The newest link to a path of this site in a person's mail, waited for. */
export async function linkIn(address: string, path: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        const theirs = (await mails()).filter(({ to }) => to.includes(address));
        found = theirs.map(({ text }) => new RegExp(`https?://[^/\\s]+(${path}\\S*)`).exec(text)?.[1]).findLast((link) => link !== undefined);
        return found;
      },
      { message: `a mail to ${address} with a link to ${path}`, timeout: 15_000 },
    )
    .toBeTruthy();
  return found ?? '';
}
