/**
 * Writes src/api/schema.ts from the API's own description, openapi/openapi.json.
 * With --check it writes nothing and fails when the file is stale.
 *
 * Headers are left out of the types: the transport sets those that every call carries (key, language, token),
 * and a call that needs one more (a version, a cart, an order token) gives it by hand.
 */
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const BASE = "/api/v1";
const source = new URL("../../openapi/openapi.json", import.meta.url);
const target = new URL("../src/api/schema.ts", import.meta.url);

const read = (url) => readFile(url, "utf8").catch(() => undefined);

const withoutHeaders = (parameters) => parameters?.filter((parameter) => parameter.in !== "header");

function trim(description) {
  const paths = {};
  for (const [path, item] of Object.entries(description.paths)) {
    const operations = Object.entries(item).map(([key, value]) => {
      if (key === "parameters") return [key, withoutHeaders(value)];
      return [key, value?.parameters === undefined ? value : { ...value, parameters: withoutHeaders(value.parameters) }];
    });
    paths[path.startsWith(`${BASE}/`) ? path : BASE + path] = Object.fromEntries(operations);
  }
  return { ...description, paths };
}

const description = await read(source);
if (description === undefined) {
  process.stderr.write("openapi/openapi.json is not there (`madang openapi` writes it); src/api/schema.ts stays as it is.\n");
  process.exit(0);
}

const header = "/** Generated from openapi/openapi.json by `npm run generate`; not edited by hand. */\n\n";
const text = header + astToString(await openapiTS(trim(JSON.parse(description))));

if (process.argv.includes("--check")) {
  if ((await read(target)) !== text) {
    process.stderr.write("src/api/schema.ts is stale: run `npm run generate`.\n");
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}
