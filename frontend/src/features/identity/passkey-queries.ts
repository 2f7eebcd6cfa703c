/** What a person does with passkeys. The browser's half is loaded when it is first asked. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { adoptSession, refreshSession } from "@/api/session";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";

const PASSKEYS = ["account", "passkeys"] as const;
const SECOND_FACTOR = ["account", "second-factor"] as const;

/** Whether this browser knows passkeys at all. */
export const passkeysExist = (): boolean => typeof PublicKeyCredential !== "undefined";

/** The answer of any passkey of anybody's, for signing in. */
export async function answerSignIn(): Promise<Schemas["PasskeyAnswer"]> {
  const [{ answerByPasskey }, challenge] = await Promise.all([
    import("@/api/passkey"),
    call(api.POST("/api/v1/account/session/passkey/challenge")),
  ]);
  return answerByPasskey(challenge);
}

/** The answer of one of one's own passkeys, to prove on this device who one is. */
export async function answerProof(): Promise<Schemas["PasskeyAnswer"]> {
  const [{ answerByPasskey }, challenge] = await Promise.all([
    import("@/api/passkey"),
    call(api.POST("/api/v1/account/session/proof/challenge")),
  ]);
  return answerByPasskey(challenge);
}

export function usePasskeySignIn(onSuccess?: () => void) {
  const queries = useQueryClient();
  return useWrite(
    async (_nothing: undefined, { headers }) => {
      const body = await answerSignIn();
      return call(api.POST("/api/v1/account/session/passkey", { body, headers }));
    },
    {
      onSuccess: async (session) => {
        adoptSession(session);
        await queries.resetQueries();
        onSuccess?.();
      },
    },
  );
}

export function useProveByPasskey(onSuccess: () => void) {
  return useWrite(
    async (_nothing: undefined, { headers }) => {
      const passkey = await answerProof();
      return call(api.POST("/api/v1/account/session/proof", { body: { passkey }, headers }));
    },
    { onSuccess },
  );
}

export function usePasskeys() {
  return useQuery({ queryKey: PASSKEYS, queryFn: () => call(api.GET("/api/v1/account/passkeys")) });
}

export function useAddPasskey(onSuccess: (added: Schemas["PasskeyAdded"]) => void) {
  return useWrite(
    async (name: string, { headers }) => {
      const [{ makePasskey }, challenge] = await Promise.all([
        import("@/api/passkey"),
        call(api.POST("/api/v1/account/passkeys/challenge", { headers })),
      ]);
      const body = await makePasskey(challenge, name);
      return call(api.POST("/api/v1/account/passkeys", { body, headers }));
    },
    { invalidates: [PASSKEYS, SECOND_FACTOR], onSuccess },
  );
}

export function useRenamePasskey(onSuccess: () => void) {
  return useWrite(
    ({ id, name }: { id: string; name: string }, { headers }) =>
      call(api.PATCH("/api/v1/account/passkeys/{id}", { params: { path: { id } }, body: { name }, headers })),
    { invalidates: [PASSKEYS], onSuccess },
  );
}

/** The question before it has said what is lost with the last one, so it is given up knowingly. */
export function useRemovePasskey(onSuccess: () => void) {
  return useWrite(
    (id: string, { headers }) =>
      call(api.DELETE("/api/v1/account/passkeys/{id}", { params: { path: { id }, query: { give_up_second_factor: true } }, headers })),
    {
      invalidates: [PASSKEYS, SECOND_FACTOR],
      onSuccess: async () => {
        await refreshSession();
        onSuccess();
      },
    },
  );
}
