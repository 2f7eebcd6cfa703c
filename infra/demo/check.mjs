// Checks catalog.json against itself and against pictures/: numbers that must be valid, prices that must leave a margin,
// keys that must exist, pictures that must be there and fit. Prints every fault; exits 1 if there is one.

import { readFileSync, readdirSync, statSync } from 'node:fs';

const FOLDER = new URL('./', import.meta.url);
const BUDGET_BYTES = 40_000;
const FEE_PERCENT = 3;
const catalog = JSON.parse(readFileSync(new URL('catalog.json', FOLDER), 'utf8'));
const faults = [];
const expect = (holds, what) => { if (!holds) faults.push(what); };

function registrationNumberIsValid(text) {
  if (!/^\d{3}-\d{2}-\d{5}$/.test(text)) return false;
  const d = [...text.replaceAll('-', '')].map(Number);
  const sum = [1, 3, 7, 1, 3, 7, 1, 3, 5].reduce((total, weight, i) => total + weight * d[i], 0) + Math.floor((5 * d[8]) / 10);
  return (10 - (sum % 10)) % 10 === d[9];
}

function barcodeIsValid(text) {
  if (!/^880\d{10}$/.test(text)) return false;
  const d = [...text].map(Number);
  const sum = d.slice(0, 12).reduce((total, digit, i) => total + digit * (i % 2 === 0 ? 1 : 3), 0);
  return (10 - (sum % 10)) % 10 === d[12];
}

const unique = (name, values) => expect(new Set(values).size === values.length, `${name} repeat`);
const hasBoth = (o, field, where) => expect(Boolean(o[`${field}_ko`]) && Boolean(o[`${field}_en`]), `${where}: ${field} in both languages`);
const leaves = (nodes) => nodes.flatMap((n) => { hasBoth(n, 'name', n.key); return n.children ? leaves(n.children) : [n.key]; });

const { operator, companies, applicant, categories, items, resale, buyers } = catalog;
const slugs = companies.map((c) => c.slug);
const categoryKeys = leaves(categories.item);
const variants = items.flatMap((i) => i.variants.map((v) => ({ ...v, item: i })));
const bySku = new Map(variants.map((v) => [v.sku, v]));
const byCode = new Map(items.map((i) => [i.code, i]));

unique('item codes', items.map((i) => i.code));
unique('SKUs', variants.map((v) => v.sku));
unique('barcodes', variants.map((v) => v.barcode));
unique('pictures', items.map((i) => i.picture));
const mails = [operator.email, ...operator.people.map((p) => p.email), ...companies.flatMap((c) => [c.email, ...c.members.map((m) => m.email)]), applicant.email, applicant.owner.email, ...buyers.map((b) => b.email)];
unique('mail addresses', mails);
for (const mail of mails) expect(/^[a-z]+@[a-z]+\.example$/.test(mail), `mail address ${mail}`);
const registered = [operator, ...companies, applicant, ...buyers.filter((b) => b.kind === 'business')];
unique('registration numbers', registered.map((r) => r.registration_number));
for (const r of registered) expect(registrationNumberIsValid(r.registration_number), `registration number of ${r.name_en}`);

for (const company of companies) {
  for (const field of ['name', 'legal_name', 'representative', 'tagline', 'about']) hasBoth(company, field, company.slug);
  expect(categories.shop[company.slug]?.length > 0, `${company.slug}: shop categories`);
  for (const shelf of categories.shop[company.slug]) for (const key of shelf.item_categories) expect(categoryKeys.includes(key), `${company.slug}/${shelf.key}: category ${key}`);
}

for (const item of items) {
  expect(slugs.includes(item.company), `${item.code}: company`);
  expect(categoryKeys.includes(item.category), `${item.code}: category`);
  expect(categories.shop[item.company].some((s) => s.item_categories.includes(item.category)), `${item.code}: on no shelf of its own shop`);
  expect(['taxable', 'exempt', 'zero_rated'].includes(item.tax_class), `${item.code}: tax class`);
  expect(['resale', 'consignment', 'agency'].includes(item.offer.contract), `${item.code}: contract`);
  expect(item.variants.length > 0 && (item.variants.length === 1 || Boolean(item.option_ko)), `${item.code}: variants`);
  for (const field of ['name', 'description']) hasBoth(item, field, item.code);
}

for (const v of variants) {
  expect(v.sku.startsWith(`${v.item.code}-`), `${v.sku}: stem`);
  expect(barcodeIsValid(v.barcode), `${v.sku}: barcode`);
  for (const field of ['list_price_minor', 'selling_price_minor', 'supply_price_minor', 'opening_stock']) expect(Number.isInteger(v[field]) && v[field] > 0, `${v.sku}: ${field}`);
  expect(v.list_price_minor >= v.selling_price_minor, `${v.sku}: list price below selling price`);
  const share = v.supply_price_minor / v.selling_price_minor;
  expect(share >= 0.65 && share <= 0.8, `${v.sku}: supply price is ${share.toFixed(2)} of the selling price`);
}

for (const [slug, listings] of Object.entries(resale)) {
  expect(!items.some((i) => i.company === slug), `${slug}: a distributor makes nothing`);
  unique(`${slug}: listings`, listings.map((l) => l.item));
  for (const listing of listings) {
    const item = byCode.get(listing.item);
    expect(item?.company === listing.supplier && item.offer.open && item.offer.contract === listing.contract, `${slug}: ${listing.item} is offered so`);
    expect(categories.shop[slug].find((s) => s.key === listing.shop_category)?.item_categories.includes(item?.category), `${slug}: shelf of ${listing.item}`);
    for (const v of listing.variants) {
      const source = bySku.get(v.supplier_sku);
      expect(source?.item === item, `${slug}: ${v.supplier_sku}`);
      expect(v.list_price_minor >= v.selling_price_minor, `${slug}: list price of ${v.supplier_sku}`);
      const margin = v.selling_price_minor - source.supply_price_minor - (v.selling_price_minor * FEE_PERCENT) / 100;
      expect(margin > 0, `${slug}: ${v.supplier_sku} leaves no margin`);
      if (listing.contract !== 'resale') expect(v.selling_price_minor === source.selling_price_minor, `${slug}: ${v.supplier_sku} is sold in the supplier's name at the supplier's price`);
    }
  }
}

for (const b of buyers) {
  expect(/^010-0\d{3}-\d{4}$/.test(b.phone), `${b.key}: phone`);
  expect(['ko', 'en'].includes(b.locale), `${b.key}: locale`);
}

const present = new Set(readdirSync(new URL('pictures/', FOLDER)));
const named = [...items.map((i) => i.picture), ...companies.flatMap((c) => [c.logo, c.banner])];
for (const name of named) {
  expect(present.has(name), `picture ${name} is missing`);
  if (present.has(name)) expect(statSync(new URL(`pictures/${name}`, FOLDER)).size <= BUDGET_BYTES, `picture ${name} is too large`);
}
for (const name of present) expect(named.includes(name), `picture ${name} belongs to nothing`);

for (const fault of faults) process.stderr.write(`${fault}\n`);
process.stdout.write(`${items.length} items, ${variants.length} variants, ${Object.values(resale).flat().length} listings of others' goods, ${buyers.length} buyers, ${present.size} pictures, ${faults.length} faults\n`);
process.exitCode = faults.length === 0 ? 0 : 1;
