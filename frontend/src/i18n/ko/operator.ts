/** Words of the operator's console. */
export const operator = {
  title: "운영 관리",
  menu: { home: "현황", groupQueues: "처리 대기" },
  home: { title: "현황", intro: "기다리는 일, 사유, 걸린 금액과 기한을 봅니다." },
};

export type Operator = typeof operator;
