/**
 * Writes src/api/schema.ts from the API's own description, openapi/openapi.json.
 * With --check it writes nothing and fails when the file is stale.
 *
 * Headers are left out of the types: the transport sets those that every call carries (key, language, token),
 * and a call that needs one more (a version, a cart, an order token) gives it by hand.
 * The bytes of a file are described as a list of numbers; here they are what a browser sends as they are.
 * "Null" and "not there" are one thing on this side: the client drops nulls from every answer, so the types have none.
 */
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const BASE = "/api/v1";
const source = new URL("../../openapi/openapi.json", import.meta.url);
const target = new URL("../src/api/schema.ts", import.meta.url);

const read = (url) => readFile(url, "utf8").catch(() => undefined);

const withoutHeaders = (parameters) => parameters?.filter((parameter) => parameter.in !== "header");

const isNull = (schema) => schema?.type === "null";
const isNullable = (schema) =>
  (Array.isArray(schema?.type) && schema.type.includes("null")) || [...(schema?.oneOf ?? []), ...(schema?.anyOf ?? [])].some(isNull);

/** The same schema without null; a property that could be null becomes one that may be absent. */
function withoutNull(node) {
  if (Array.isArray(node)) return node.map(withoutNull);
  if (typeof node !== "object" || node === null) return node;
  const result = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, key === "example" ? value : withoutNull(value)]));
  if (Array.isArray(node.type)) {
    const types = node.type.filter((type) => type !== "null");
    result.type = types.length === 1 ? types[0] : types;
  }
  for (const key of ["oneOf", "anyOf"]) {
    if (!Array.isArray(node[key]) || !node[key].some(isNull)) continue;
    const rest = result[key].filter((schema) => !isNull(schema));
    Reflect.deleteProperty(result, key);
    Object.assign(result, rest.length === 1 ? rest[0] : { [key]: rest });
  }
  if (Array.isArray(node.required) && node.properties !== undefined) {
    result.required = node.required.filter((name) => !isNullable(node.properties[name]));
  }
  return result;
}

/** A body of plain bytes, whatever the description makes of it. */
function withoutBytes(operation) {
  const bytes = operation?.requestBody?.content?.["application/octet-stream"];
  if (bytes === undefined) return operation;
  const content = { "application/octet-stream": { schema: { type: "string", format: "binary" } } };
  return { ...operation, requestBody: { ...operation.requestBody, content } };
}

function trim(description) {
  const paths = {};
  for (const [path, item] of Object.entries(description.paths)) {
    const operations = Object.entries(item).map(([key, described]) => {
      const value = withoutBytes(described);
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
const text = header + astToString(await openapiTS(withoutNull(trim(JSON.parse(description)))));

if (process.argv.includes("--check")) {
  if ((await read(target)) !== text) {
    process.stderr.write("src/api/schema.ts is stale: run `npm run generate`.\n");
    process.exit(1);
  }
} else {
  await writeFile(target, text);
}
