/**
 * Writes src/api/schema.ts from the API's own description, openapi/openapi.json.
 * With --check it writes nothing and fails when the file is stale.
 */
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const source = new URL("../../openapi/openapi.json", import.meta.url);
const interim = new URL("./interim-openapi.json", import.meta.url);
const target = new URL("../src/api/schema.ts", import.meta.url);

const read = (url) => readFile(url, "utf8").catch(() => undefined);
const description = (await read(source)) ?? (await read(interim));
if (description === undefined) throw new Error("openapi/openapi.json is missing; write it with `madang openapi`.");

const header = "/** Generated from openapi/openapi.json by `npm run generate`; not edited by hand. */\n\n";
const text = header + astToString(await openapiTS(JSON.parse(description)));

if (process.argv.includes("--check")) {
  if ((await read(target)) !== text) {
    process.stderr.write("src/api/schema.ts is stale: run `npm run generate`.\n");
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}
