/** The people of a company: members, invitations and roles. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, call, ifMatch } from "@/api/client";
import { everyPage } from "@/api/pages";
import { adoptAccount } from "@/api/session";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";

export type Member = Schemas["Member"];
export type Invitation = Schemas["Invitation"];
export type CompanyRole = Schemas["CompanyRole"];
export type RoleDraft = Schemas["RoleDraft"];

type Query = Record<string, string | number>;

/** Who may do what, who is invited, and one's own place: each may follow from any of these changes. */
const TOUCHED = [["company"]] as const;

/** The person's own place in the company; a role that was changed shows its menus at once. */
export function useStanding() {
  return useQuery({
    queryKey: ["company", "standing"],
    queryFn: async () => {
      const account = await call(api.GET("/api/v1/account/me"));
      adoptAccount(account);
      return account.companies;
    },
  });
}

export function useMembers(query: Query) {
  return useQuery({
    queryKey: ["company", "members", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/members", { params: { query: query as never } })),
  });
}

export const useChangeRole = (onSuccess: () => void) =>
  useWrite(
    ({ id, version, role }: Pick<Member, "id" | "version" | "role">, { headers }) =>
      call(
        api.PUT("/api/v1/company/members/{id}/role", {
          params: { path: { id } },
          body: { role },
          headers: { ...headers, ...ifMatch(version) },
        }),
      ),
    { invalidates: TOUCHED, onSuccess },
  );

export const useRemoveMember = (onSuccess: () => void) =>
  useWrite((id: string, { headers }) => call(api.DELETE("/api/v1/company/members/{id}", { params: { path: { id } }, headers })), {
    invalidates: TOUCHED,
    onSuccess,
  });

export function useInvitations(query: Query) {
  return useQuery({
    queryKey: ["company", "invitations", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/invitations", { params: { query: query as never } })),
  });
}

export const useInvite = (onSuccess: (invitation: Invitation) => void) =>
  useWrite((body: Schemas["NewInvitation"], { headers }) => call(api.POST("/api/v1/company/invitations", { body, headers })), {
    invalidates: TOUCHED,
    onSuccess,
  });

export const useInviteAgain = (onSuccess: (invitation: Invitation) => void) =>
  useWrite(
    (id: string, { headers }) => call(api.POST("/api/v1/company/invitations/{id}/resend", { params: { path: { id } }, body: {}, headers })),
    { invalidates: TOUCHED, onSuccess },
  );

export const useWithdrawInvitation = (onSuccess: () => void) =>
  useWrite((id: string, { headers }) => call(api.DELETE("/api/v1/company/invitations/{id}", { params: { path: { id } }, headers })), {
    invalidates: TOUCHED,
    onSuccess,
  });

export function useRoles(query: Query) {
  return useQuery({
    queryKey: ["company", "roles", query],
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET("/api/v1/company/roles", { params: { query: query as never } })),
  });
}

/** All of the company's own roles, for choosing one; there are fifty at most. */
export function useEveryRole() {
  return useQuery({
    queryKey: ["company", "roles", "all"],
    queryFn: () =>
      everyPage((cursor) =>
        call(api.GET("/api/v1/company/roles", { params: { query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } } })),
      ),
  });
}

/** The roles that every company has; they do not change while one works. */
export function useBuiltInRoles() {
  return useQuery({
    queryKey: ["company", "built-in-roles"],
    staleTime: Infinity,
    queryFn: () => call(api.GET("/api/v1/company/built-in-roles")),
  });
}

/** A new role, or a changed one under its version. */
export const useSaveRole = (standing: Pick<CompanyRole, "id" | "version"> | undefined, onSuccess: () => void) =>
  useWrite(
    (body: RoleDraft, { headers }) =>
      standing === undefined
        ? call(api.POST("/api/v1/company/roles", { body, headers }))
        : call(
            api.PUT("/api/v1/company/roles/{id}", {
              params: { path: { id: standing.id } },
              body,
              headers: { ...headers, ...ifMatch(standing.version) },
            }),
          ),
    { invalidates: TOUCHED, onSuccess },
  );

export const useDeleteRole = (onSuccess: () => void) =>
  useWrite(
    ({ id, version }: Pick<CompanyRole, "id" | "version">, { headers }) =>
      call(api.DELETE("/api/v1/company/roles/{id}", { params: { path: { id } }, headers: { ...headers, ...ifMatch(version) } })),
    { invalidates: TOUCHED, onSuccess },
  );
