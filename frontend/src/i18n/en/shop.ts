import type { Shop } from "../ko/shop";

export const shop: Shop = {
  landing: {
    title: "Madang — a shop and sales management in one place",
    headline: "Sell, ship and settle in one place",
    intro: "Every company gets its own shop and sales management in one workspace. The buyer's money stays in escrow until the goods arrive.",
    start: "Register a company",
    shops: "Open shops",
    noShops: "No shop is open yet",
  },
  header: { search: "Search products", cart: "Cart", cartCount: (count) => `Cart, ${count} items`, categories: "Categories", orders: "Orders" },
  footer: {
    representative: "Representative",
    businessNumber: "Business registration number",
    mailOrderNumber: "Mail-order report number",
    address: "Address",
    phone: "Phone",
    email: "E-mail",
    hosting: "Hosting provider",
    intermediary:
      "Madang is an intermediary and not a party to the sale. Each seller is responsible for its products, orders and deliveries. Payments are held in escrow until the purchase is confirmed.",
  },
  home: { empty: "No products on display yet" },
};
