import type { Company } from "../ko/company";

export const company: Company = {
  title: "Workspace",
  menu: { today: "Today", groupWork: "Work" },
  today: { title: "Today", intro: "What waits for you now, and what money is coming." },
};
