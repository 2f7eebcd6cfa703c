/**
 * The browser's half of passkeys: asks the authenticator what the server wants to know, and writes its answer as the
 * API takes it. Loaded when it is first needed; whether a passkey is right is judged by the server alone.
 */
import { Problem } from "./problem";
import type { Schemas } from "./types";

type Challenge = Schemas["PasskeyChallenge"];
type NewPasskey = Schemas["NewPasskey"];
type PasskeyAnswer = Schemas["PasskeyAnswer"];

interface Named {
  id: string;
}

/** The options in the standard's JSON, where bytes are written in base 64. */
interface CreationOptions extends Omit<PublicKeyCredentialCreationOptions, "challenge" | "user" | "excludeCredentials"> {
  challenge: string;
  user: { id: string; name: string; displayName: string };
  excludeCredentials?: Named[];
}

interface RequestOptions extends Omit<PublicKeyCredentialRequestOptions, "challenge" | "allowCredentials"> {
  challenge: string;
  allowCredentials?: Named[];
}

export function toBase64Url(buffer: ArrayBuffer): string {
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

const refusal = (code: Schemas["Code"]) => new Problem({ status: -1, code });

const described = (ids: Named[] | undefined) => (ids ?? []).map(({ id }) => ({ type: "public-key" as const, id: fromBase64Url(id) }));

/** Browsers tell apart by the name of the error what a person has to be told. */
export function toPasskeyProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const name = error instanceof DOMException ? error.name : "";
  if (name === "InvalidStateError") return refusal("identity.passkey.known");
  if (name === "SecurityError") return refusal("identity.passkey.elsewhere");
  // Nobody chose one, or it took too long; browsers do not say which, on purpose.
  return refusal("identity.passkey.refused");
}

async function asked(challenge: Challenge, ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!challenge.origins.includes(location.origin)) throw refusal("identity.passkey.elsewhere");
  try {
    const credential = await ask();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    throw toPasskeyProblem(error);
  }
  throw refusal("identity.passkey.refused");
}

/** Has an authenticator make a passkey. */
export async function makePasskey(challenge: Challenge, name: string): Promise<NewPasskey> {
  const { user, excludeCredentials, ...options } = challenge.options as unknown as CreationOptions;
  const publicKey: PublicKeyCredentialCreationOptions = {
    ...options,
    challenge: fromBase64Url(options.challenge),
    user: { ...user, id: fromBase64Url(user.id) },
    excludeCredentials: described(excludeCredentials),
  };
  const credential = await asked(challenge, () => navigator.credentials.create({ publicKey }));
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    challenge: challenge.challenge,
    name,
    credential_id: toBase64Url(credential.rawId),
    client_data: toBase64Url(response.clientDataJSON),
    attestation_object: toBase64Url(response.attestationObject),
  };
}

/** Has an authenticator answer with a passkey that it holds. */
export async function answerByPasskey(challenge: Challenge): Promise<PasskeyAnswer> {
  const { allowCredentials, ...options } = challenge.options as unknown as RequestOptions;
  const publicKey: PublicKeyCredentialRequestOptions = {
    ...options,
    challenge: fromBase64Url(options.challenge),
    allowCredentials: described(allowCredentials),
  };
  const credential = await asked(challenge, () => navigator.credentials.get({ publicKey }));
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    challenge: challenge.challenge,
    credential_id: toBase64Url(credential.rawId),
    client_data: toBase64Url(response.clientDataJSON),
    authenticator_data: toBase64Url(response.authenticatorData),
    signature: toBase64Url(response.signature),
    ...(response.userHandle === null ? {} : { user_handle: toBase64Url(response.userHandle) }),
  };
}
