/** Registering a company, and asking on the way whether a number and an address are still to be had. */
import { useQuery } from "@tanstack/react-query";
import { api, call } from "@/api/client";
import { switchCompany } from "@/api/session";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";

type Wanted = { slug: string } | { business_number: string };

/** Asks only for what could be right; the answer is advice, the registration itself decides. */
export function useAvailability(wanted: Wanted | undefined) {
  return useQuery({
    queryKey: ["company", "availability", wanted],
    queryFn: () => call(api.GET("/api/v1/company-registrations/availability", { params: { query: wanted ?? {} } })),
    enabled: wanted !== undefined,
    staleTime: 30_000,
    retry: false,
  });
}

export function useRegisterCompany(onSuccess: (company: Schemas["Company"]) => void) {
  return useWrite(
    (body: Schemas["NewCompany"], { headers }) => call(api.POST("/api/v1/company-registrations", { body, headers })),
    {
      onSuccess: async (company) => {
        // From now on the session works for the new company; should that fail, the workspace asks again.
        await switchCompany(company.id).catch(() => undefined);
        onSuccess(company);
      },
    },
  );
}

export function useResendVerification() {
  return useWrite((email: string, { headers }) =>
    call(api.POST("/api/v1/account/email-verification/resend", { body: { email }, headers })),
  );
}
