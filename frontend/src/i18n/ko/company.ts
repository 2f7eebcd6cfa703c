/** Words of the workspace. */
export const company = {
  title: "작업공간",
  menu: { today: "오늘", groupWork: "업무" },
  today: { title: "오늘", intro: "지금 기다리는 일과 들어올 돈을 한눈에 봅니다." },
};

export type Company = typeof company;
