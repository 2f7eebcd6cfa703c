/** What a person does with their account. Owns the calls; the screens are in parts. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { adoptSession, dropSession, refreshSession, switchCompany } from "@/api/session";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";
import { answerSignIn } from "./passkey-queries";

export interface Credentials {
  email: string;
  password: string;
}

/** A person with a second factor sends the same once more, with its code or with a passkey. */
export interface SigningIn extends Credentials {
  code?: string;
  byPasskey?: boolean;
}

export function useSignIn(onSuccess?: () => void) {
  const queries = useQueryClient();
  return useWrite(
    async ({ byPasskey, ...body }: SigningIn, { headers }) => {
      const passkey = byPasskey ? { passkey: await answerSignIn() } : {};
      return call(api.POST("/api/v1/account/session", { body: { ...body, ...passkey }, headers }));
    },
    {
      onSuccess: async (session) => {
        adoptSession(session);
        // Nothing that was read as a visitor, or as someone else, is shown to this person.
        await queries.resetQueries();
        onSuccess?.();
      },
    },
  );
}

export function useSignOut() {
  const queries = useQueryClient();
  return useWrite(
    (_nothing: undefined, { headers }) => call(api.DELETE("/api/v1/account/session", { headers })),
    {
      onSuccess: () => {
        dropSession();
        queries.clear();
      },
    },
  );
}

export interface SignUp extends Credentials {
  name: string;
  locale: "ko" | "en";
  consents: Schemas["Consent"][];
}

/** What everybody with an account agrees to. */
export function useDocuments() {
  return useQuery({ queryKey: ["account", "documents"], queryFn: () => call(api.GET("/api/v1/account/documents")) });
}

export function useGiveConsent() {
  return useWrite((consents: Schemas["Consent"][], { headers }) => call(api.POST("/api/v1/account/consents", { body: { consents }, headers })), {
    onSuccess: async () => {
      // What is still due stands in the session.
      await refreshSession();
    },
  });
}

/** Leaves for good. */
export function useDeleteAccount(onSuccess: () => void) {
  const queries = useQueryClient();
  return useWrite((_nothing: undefined, { headers }) => call(api.POST("/api/v1/account/deletion", { body: {}, headers })), {
    onSuccess: () => {
      dropSession();
      queries.clear();
      onSuccess();
    },
  });
}

/** Works for another company from now on; nothing of the one before may be seen under its name. */
export function useSwitchCompany() {
  const queries = useQueryClient();
  return useWrite((id: string) => switchCompany(id), { onSuccess: () => queries.resetQueries() });
}

/** What an invitation offers; the secret of its link is asked for no longer than it is shown. */
export function useInvitation(token: string | undefined) {
  return useQuery({
    queryKey: ["account", "invitation", token],
    queryFn: () => call(api.POST("/api/v1/account/invitation", { body: { token: token ?? "" } })),
    enabled: token !== undefined,
    retry: false,
    gcTime: 0,
  });
}

/** Accepts, and works for the company from now on. */
export function useAcceptInvitation(onSuccess: () => void) {
  return useWrite(
    async (token: string, { headers }) => {
      const joined = await call(api.POST("/api/v1/account/invitation/acceptance", { body: { token }, headers }));
      await switchCompany(joined.company_id);
    },
    { onSuccess },
  );
}

export function useDeclineInvitation() {
  return useWrite((token: string, { headers }) => call(api.POST("/api/v1/account/invitation/refusal", { body: { token }, headers })));
}

export function useSignUp() {
  return useWrite((body: SignUp, { headers }) => call(api.POST("/api/v1/account", { body, headers })));
}

export function useVerifyEmail() {
  return useWrite((token: string, { headers }) =>
    call(api.POST("/api/v1/account/email-verification", { body: { token }, headers })),
  );
}

export function useConfirmEmail(onSuccess: () => void) {
  return useWrite(
    (token: string, { headers }) => call(api.POST("/api/v1/account/email-change/confirmation", { body: { token }, headers })),
    { onSuccess },
  );
}

export function useForgotPassword() {
  return useWrite((email: string, { headers }) =>
    call(api.POST("/api/v1/account/password-reset", { body: { email }, headers })),
  );
}

export function useResetPassword() {
  return useWrite((body: { token: string; password: string }, { headers }) =>
    call(api.POST("/api/v1/account/password-reset/confirmation", { body, headers })),
  );
}

const SECOND_FACTOR = ["account", "second-factor"] as const;

export function useSecondFactor() {
  return useQuery({ queryKey: SECOND_FACTOR, queryFn: () => call(api.GET("/api/v1/account/second-factor")) });
}

export function usePrepareSecondFactor() {
  return useWrite((_nothing: undefined, { headers }) => call(api.POST("/api/v1/account/second-factor", { headers })));
}

export function useConfirmSecondFactor(onSuccess: (codes: readonly string[]) => void) {
  return useWrite((code: string, { headers }) => call(api.POST("/api/v1/account/second-factor/confirmation", { body: { code }, headers })), {
    onSuccess: ({ recovery_codes }) => onSuccess(recovery_codes),
  });
}

export function useRenewRecoveryCodes(onSuccess: (codes: readonly string[]) => void) {
  return useWrite((_nothing: undefined, { headers }) => call(api.POST("/api/v1/account/second-factor/recovery-codes", { headers })), {
    invalidates: [SECOND_FACTOR],
    onSuccess: ({ recovery_codes }) => onSuccess(recovery_codes),
  });
}

export function useRemoveSecondFactor(onSuccess: () => void) {
  return useWrite((_nothing: undefined, { headers }) => call(api.DELETE("/api/v1/account/second-factor", { headers })), {
    invalidates: [SECOND_FACTOR],
    onSuccess: async () => {
      await refreshSession();
      onSuccess();
    },
  });
}

export function useProve(onSuccess: () => void) {
  return useWrite((body: { password?: string; code?: string }, { headers }) => call(api.POST("/api/v1/account/session/proof", { body, headers })), {
    onSuccess,
  });
}
