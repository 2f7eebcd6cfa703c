/** The query client that every face starts with. Keys begin with a topic of the live stream: ["trade", "list", …]. */
import { QueryClient } from "@tanstack/react-query";
import { toProblem } from "./problem";

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        // What the server refused stays refused; only a lost or troubled answer is worth asking for again.
        retry: (failures, error) => failures < 2 && toProblem(error).isTransient,
        retryDelay: (attempt) => Math.min(1000 * 2 ** attempt, 8000),
        refetchOnWindowFocus: true,
      },
    },
  });
}
