/** The names under which the rest of the source uses the generated types. */
import type { components, paths } from "./schema";

export type { components, operations, paths } from "./schema";

export type Schemas = components["schemas"];
/** Every error code that the API may answer with. */
export type Code = Schemas["Code"];
export type Account = Schemas["Me"];
export type Membership = Schemas["Membership"];
export type Session = Schemas["SessionAnswer"];

/** What reading a path answers: `Answer<"/api/v1/operator/queue">`. */
export type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { "application/json": infer Body } } } };
}
  ? Body
  : never;
