// Draws every picture of the demo world into pictures/: one square per item of the catalogue, one banner and one logo per shop.
// The drawing is deterministic: each picture's chance is seeded by its own name. Names may be given to draw only those.
// Refuses to leave a picture above its size budget: quality steps down until it fits.

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { ASSORTMENT } from './drawing/assortment.mjs';
import { BANNERS } from './drawing/banners.mjs';
import { Sketch } from './drawing/sketch.mjs';

const FOLDER = new URL('./pictures/', import.meta.url);
const BUDGET_BYTES = 40_000;
const QUALITIES = [84, 78, 72, 66, 60, 54, 48, 42];

async function encode(svg) {
  const pixels = await sharp(Buffer.from(svg)).png({ compressionLevel: 1 }).toBuffer();
  for (const quality of QUALITIES) {
    const picture = await sharp(pixels).flatten({ background: '#ffffff' }).webp({ quality, effort: 6, smartSubsample: true }).toBuffer();
    if (picture.length <= BUDGET_BYTES) return picture;
  }
  throw new Error(`does not fit into ${BUDGET_BYTES} bytes`);
}

async function draw(name, width, height, paint) {
  const sketch = new Sketch(name, width, height);
  paint(sketch);
  const picture = await encode(sketch.toString());
  await writeFile(new URL(`${name}.webp`, FOLDER), picture);
  process.stdout.write(`${name}.webp ${picture.length}\n`);
}

// Logos are drawn by hand; what is transparent around them stays so.
async function engrave(name) {
  const drawn = await readFile(new URL(`./drawing/${name}.svg`, import.meta.url));
  const picture = await sharp(drawn, { density: 288 }).resize(512, 512).webp({ lossless: true, effort: 6 }).toBuffer();
  await writeFile(new URL(`${name}.webp`, FOLDER), picture);
  process.stdout.write(`${name}.webp ${picture.length}\n`);
}

const wanted = process.argv.slice(2);
const chosen = (name) => wanted.length === 0 || wanted.includes(name);

await mkdir(FOLDER, { recursive: true });
for (const [name, paint] of Object.entries(ASSORTMENT)) if (chosen(name)) await draw(name, 1000, 1000, paint);
for (const [slug, paint] of Object.entries(BANNERS)) if (chosen(`banner-${slug}`)) await draw(`banner-${slug}`, 1600, 600, paint);
for (const slug of Object.keys(BANNERS)) if (chosen(`logo-${slug}`)) await engrave(`logo-${slug}`);
