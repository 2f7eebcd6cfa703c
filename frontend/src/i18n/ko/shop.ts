/** Words of the shop face: landing, sign-up of a company, a shop and its orders. */
export const shop = {
  landing: {
    title: "마당 — 쇼핑몰과 영업관리를 한곳에서",
    headline: "팔고, 보내고, 정산까지 한 번에",
    intro: "회사마다 쇼핑몰과 영업관리시스템을 하나의 작업공간으로 드립니다. 고객의 돈은 물건이 도착할 때까지 에스크로가 지킵니다.",
    start: "회사 등록하기",
    shops: "열려 있는 쇼핑몰",
    noShops: "아직 열린 쇼핑몰이 없습니다",
  },
  header: { search: "상품 검색", cart: "장바구니", cartCount: (count: number) => `장바구니, ${count}개`, categories: "상품 분류", orders: "주문 내역" },
  footer: {
    representative: "대표자",
    businessNumber: "사업자등록번호",
    mailOrderNumber: "통신판매업 신고번호",
    address: "주소",
    phone: "전화",
    email: "이메일",
    hosting: "호스팅 제공",
    intermediary:
      "마당은 통신판매중개자로서 통신판매의 당사자가 아닙니다. 상품, 주문과 배송에 대한 책임은 각 판매자에게 있습니다. 결제 대금은 구매확정까지 에스크로로 보호됩니다.",
  },
  home: { empty: "아직 진열된 상품이 없습니다" },
};

export type Shop = typeof shop;
