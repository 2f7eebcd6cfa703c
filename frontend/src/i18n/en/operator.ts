import type { Operator } from "../ko/operator";

export const operator: Operator = {
  title: "Operator console",
  menu: { home: "Overview", groupQueues: "Queues" },
  home: { title: "Overview", intro: "What waits, why, how much is at stake, and until when." },
};
