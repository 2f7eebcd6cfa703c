/** The company that one works for: its first page, its profile and rules. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { api, call, ifMatch } from "@/api/client";
import type { Schemas } from "@/api/types";
import { type Submission, useWrite } from "@/api/write";
import type { MoneyValue } from "@/lib/money";

export type Company = Schemas["Company"];
export type CompanyFunction = Company["functions"][number];
export type CompanyHome = Schemas["CompanyHome"];

export function useHome() {
  return useQuery({ queryKey: ["home"], queryFn: () => call(api.GET("/api/v1/company/home")) });
}

export function useProfile() {
  return useQuery({ queryKey: ["company", "profile"], queryFn: () => call(api.GET("/api/v1/company/profile")) });
}

/** Each change answers with the company as it is now, under the version that the next change needs. */
function useProfileWrite<Input>(write: (input: Input, version: number | undefined, submission: Submission) => Promise<Company>, onDone?: () => void) {
  const queries = useQueryClient();
  const version = useProfile().data?.version;
  return useWrite((input: Input, submission) => write(input, version, submission), {
    invalidates: [["home"]],
    onSuccess: (company) => {
      queries.setQueryData(["company", "profile"], company);
      onDone?.();
    },
  });
}

export interface ProfileChange {
  name_en?: string;
  mail_order_number?: string;
  postcode?: string;
  address1?: string;
  address2?: string;
  phone?: string;
  email?: string;
  about?: string;
  about_en?: string;
  functions?: CompanyFunction[];
  settlement_cycle?: Company["settlement_cycle"];
}

export function useChangeProfile(onDone?: () => void) {
  return useProfileWrite<ProfileChange>(
    (body, version, { headers }) => call(api.PATCH("/api/v1/company/profile", { body, headers: { ...headers, ...ifMatch(version) } })),
    onDone,
  );
}

export interface Rules {
  auto_request: boolean;
  auto_accept: boolean;
  delivery_fee: MoneyValue;
  free_delivery_from?: MoneyValue;
}

export function useChangeRules(onDone?: () => void) {
  return useProfileWrite<Rules>(
    (body, version, { headers }) => call(api.PUT("/api/v1/company/rules", { body, headers: { ...headers, ...ifMatch(version) } })),
    onDone,
  );
}

export interface PayoutAccount {
  bank: string;
  account: string;
  holder: string;
}

/** Another person approves it, so that nothing of the profile is different yet. */
export function useProposePayoutAccount(onDone?: () => void) {
  return useWrite(
    (body: { account: PayoutAccount; reason: string }, { headers }) =>
      call(api.POST("/api/v1/company/payout-account-proposals", { body, headers })),
    { invalidates: [["proposal"], ["home"]], ...(onDone === undefined ? {} : { onSuccess: onDone }) },
  );
}

export type CompanyPicture = "logo" | "banner";

const PICTURES = { logo: "/api/v1/company/logo", banner: "/api/v1/company/banner" } as const;

export function useUploadPicture(which: CompanyPicture, onDone?: () => void) {
  return useProfileWrite<File>(
    (file, version, { headers }) =>
      call(
        api.PUT(PICTURES[which], {
          body: file as unknown as string,
          bodySerializer: (body) => body as never,
          headers: { ...headers, ...ifMatch(version), "Content-Type": file.type },
        }),
      ),
    onDone,
  );
}
