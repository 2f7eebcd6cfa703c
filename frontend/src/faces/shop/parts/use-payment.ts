/** Pays an order and goes where the answer leads: the order, or the place where the buyer proves who they are. */
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { toProblem } from "@/api/problem";
import { forgetChallenge, rememberChallenge, safeUrl, usePay } from "@/features/checkout";
import { useNotify } from "@/ui/notify";

type Attempt = Parameters<ReturnType<typeof usePay>["mutateAsync"]>[0];

/** Our own pages stay on the host at hand, where the order's key is kept. */
export function onThisHost(address: string): string | undefined {
  const url = safeUrl(address);
  if (url === undefined) return undefined;
  const { pathname, search } = new URL(url);
  return /^\/(pay\/sandbox|shop)\//.test(pathname) ? location.origin + pathname + search : url;
}

export function usePayment(slug: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const notify = useNotify();
  const write = usePay(slug);

  const pay = async (attempt: Attempt, { replace }: { replace: boolean }) => {
    try {
      const answer = await write.mutateAsync(attempt);
      const challenge = answer.challenge_url ? onThisHost(answer.challenge_url) : undefined;
      if (answer.state === "challenge" && challenge !== undefined) {
        rememberChallenge(attempt.order, challenge);
        location.assign(challenge);
        return;
      }
      forgetChallenge(attempt.order);
    } catch (thrown) {
      // The order stands, and its page says what there is to do about the payment; a refusal of the card is shown there too.
      notify.problem(toProblem(thrown));
    }
    await queries.invalidateQueries({ queryKey: ["order", slug, attempt.order] });
    await navigate({ to: "/shop/$slug/orders/$id", params: { slug, id: attempt.order }, replace });
  };
  return { pay, paying: write.isPending };
}
