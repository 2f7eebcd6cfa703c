/** The shapes of the API, until `npm run generate` writes them here from openapi/openapi.json. */

type Id = string;
type Time = string;
type Day = string;
type Empty = Record<string, never>;
type Role = "owner" | "sales" | "accounting" | "purchasing" | "logistics" | "production" | "marketing" | "support" | "viewer";
type Contract = "own" | "resale" | "consignment" | "agency";
type TaxClass = "taxable" | "zero_rated" | "exempt";
type Party = "buyer" | "seller" | "supplier" | "operator" | "system";
type Pictures = Record<string, string>;

interface Answer<Ok> {
  200: { headers: Record<string, unknown>; content: { "application/json": Ok } };
}
interface Parameters<Path, Query> {
  query?: Query;
  header?: never;
  path: Path;
  cookie?: never;
}
interface NoPath<Query> {
  query?: Query;
  header?: never;
  path?: never;
  cookie?: never;
}
type Where<Path, Query> = [Path] extends [never] ? NoPath<Query> : Parameters<Path, Query>;
interface Read<Ok, Path = never, Query = Paging> {
  parameters: Where<Path, Query>;
  requestBody?: never;
  responses: Answer<Ok>;
}
interface Send<Body, Ok, Path = never, Query = never> {
  parameters: Where<Path, Query>;
  requestBody: { content: { "application/json": Body } };
  responses: Answer<Ok>;
}
interface Upload<Ok, Path = never, Query = never> {
  parameters: Where<Path, Query>;
  requestBody: { content: { "application/octet-stream": string } };
  responses: Answer<Ok>;
}
interface Paging {
  limit?: number;
  cursor?: string;
}
type Ask<Filters = Empty> = Paging & { q?: string; sort?: string } & Partial<Filters>;
interface Page<Row> {
  items: Row[];
  next?: string;
}
interface ById {
  id: Id;
}
interface ByShop {
  shop: string;
}
type ByShopId = ById & ByShop;
type S = components["schemas"];
type Money = S["Money"];
interface Named {
  id: Id;
  name: string;
}
interface PageOfTrades extends Page<S["TradeRow"]> {
  items: S["TradeRow"][];
}

export interface paths {
  "/api/v1/account": { post: Send<{ email: string; password: string; name: string; locale: S["Locale"] }, Empty> };
  "/api/v1/account/email-verification": { post: Send<{ token: string }, undefined> };
  "/api/v1/account/email-verification/resend": { post: Send<{ email: string }, Empty> };
  "/api/v1/account/session": { post: Send<{ email: string; password: string }, S["SessionAnswer"]>; delete: Read<undefined, never, never> };
  "/api/v1/account/session/refresh": { post: Send<{ company_id?: Id }, S["SessionAnswer"]> };
  "/api/v1/account/session/company": { post: Send<{ company_id: Id }, S["SessionAnswer"]> };
  "/api/v1/account/sessions": { get: Read<Page<S["SessionRow"]>> };
  "/api/v1/account/sessions/{id}": { delete: Read<undefined, ById, never> };
  "/api/v1/account/password-reset": { post: Send<{ email: string }, Empty> };
  "/api/v1/account/password-reset/confirmation": { post: Send<{ token: string; password: string }, undefined> };
  "/api/v1/account/me": { get: Read<S["Me"], never, never>; patch: Send<{ name?: string; phone?: string; locale?: S["Locale"] }, S["Me"]> };
  "/api/v1/account/orders": { get: Read<Page<S["BuyerOrderRow"]>> };
  "/api/v1/shops": { get: Read<Page<S["ShopCard"]>> };
  "/api/v1/meta": { get: Read<S["Meta"], never, never> };
  "/api/v1/company-registrations": { post: Send<S["NewCompany"], S["Company"]> };
  "/api/v1/company-registrations/availability": {
    get: Read<{ slug?: "free" | "taken" | "invalid"; business_number?: "valid" | "invalid" | "taken" }, never, { slug?: string; business_number?: string }>;
  };
  "/api/v1/company/profile": { get: Read<S["Company"], never, never>; patch: Send<Partial<S["Company"]>, S["Company"]> };
  "/api/v1/company/rules": { put: Send<{ auto_request: boolean; auto_accept: boolean; delivery_fee: Money; free_delivery_from?: Money }, S["Company"]> };
  "/api/v1/company/payout-account": { put: Send<{ bank: string; account: string; holder: string }, S["Company"]> };
  "/api/v1/company/logo": { put: Upload<S["Company"]> };
  "/api/v1/company/banner": { put: Upload<S["Company"]> };
  "/api/v1/company/members": { get: Read<Page<S["Member"]>>; post: Send<{ email: string; role: Role }, S["Member"]> };
  "/api/v1/company/members/{id}": { delete: Read<undefined, ById, never> };
  "/api/v1/operator/companies": { get: Read<Page<S["Company"]>, never, Ask<{ status: string }>> };
  "/api/v1/operator/companies/{id}": { get: Read<S["Company"], ById, never> };
  "/api/v1/operator/companies/{id}/verification": { post: Send<Empty, S["Company"], ById> };
  "/api/v1/operator/companies/{id}/rejection": { post: Send<{ reason: string }, S["Company"], ById> };
  "/api/v1/operator/companies/{id}/suspension": { post: Send<{ reason: string }, S["Company"], ById>; delete: Read<S["Company"], ById, never> };
  "/api/v1/operator/fee-rules": {
    get: Read<Page<S["FeeRule"]>>;
    post: Send<{ company_id?: Id; plan?: string; category?: string; rate: string; valid_from?: Time }, S["FeeRule"]>;
  };
  "/api/v1/company/item-categories": { get: Read<Page<S["ItemCategory"]>>; post: Send<Omit<S["ItemCategory"], "id">, S["ItemCategory"]> };
  "/api/v1/company/item-categories/{id}": { put: Send<Omit<S["ItemCategory"], "id">, S["ItemCategory"], ById> };
  "/api/v1/company/shop-categories": { get: Read<Page<S["ShopCategory"]>>; post: Send<S["NewShopCategory"], S["ShopCategory"]> };
  "/api/v1/company/shop-categories/{id}": { put: Send<S["NewShopCategory"], S["ShopCategory"], ById>; delete: Read<undefined, ById, never> };
  "/api/v1/company/items": { get: Read<Page<S["ItemRow"]>, never, Ask<{ category_id: Id; status: string }>>; post: Send<S["NewItem"], S["Item"]> };
  "/api/v1/company/items/{id}": { get: Read<S["Item"], ById, never>; patch: Send<Partial<S["Item"]>, S["Item"], ById> };
  "/api/v1/company/items/{id}/variants": { post: Send<S["NewVariant"], S["Variant"], ById> };
  "/api/v1/company/variants/{id}": { patch: Send<{ name?: string; name_en?: string; barcode?: string; status?: string }, S["Variant"], ById> };
  "/api/v1/company/variants/{id}/prices": {
    get: Read<Page<S["Price"]>, ById, Paging & { kind?: string }>;
    post: Send<{ kind: S["Price"]["kind"]; amount: Money; valid_from?: Time; valid_to?: Time }, S["Price"], ById>;
  };
  "/api/v1/company/items/{id}/media": { post: Upload<S["Media"], ById, { alt?: string; alt_en?: string }> };
  "/api/v1/company/media/{id}": { delete: Read<undefined, ById, never> };
  "/api/v1/company/items/{id}/media-order": { put: Send<{ ids: Id[] }, undefined, ById> };
  "/api/v1/company/items/{id}/offer": {
    put: Send<S["NewSupplyOffer"], S["SupplyOffer"], ById>;
    delete: Read<undefined, ById, never>;
  };
  "/api/v1/company/items/{id}/listing": { post: Send<{ category_id?: Id; slug?: string }, S["Listing"], ById> };
  "/api/v1/company/listings": { get: Read<Page<S["ListingRow"]>, never, Ask<{ status: string; contract: string; category_id: Id }>> };
  "/api/v1/company/listings/{id}": {
    get: Read<S["Listing"], ById, never>;
    patch: Send<
      { title?: string; title_en?: string; description?: string; description_en?: string; category_id?: Id; variants?: { id: Id; selling_price: Money }[] },
      S["Listing"],
      ById
    >;
  };
  "/api/v1/company/listings/{id}/publication": { post: Send<Empty, S["Listing"], ById>; delete: Read<S["Listing"], ById, never> };
  "/api/v1/shop/{shop}": { get: Read<S["ShopHome"], ByShop, never> };
  "/api/v1/shop/{shop}/products": {
    get: Read<
      Page<S["ProductCard"]> & { total: number },
      ByShop,
      Ask<{ category: string; min_price: number; max_price: number; in_stock: boolean }>
    >;
  };
  "/api/v1/shop/{shop}/products/{slug}": { get: Read<S["Product"], ByShop & { slug: string }, never> };
  "/api/v1/company/supply-offers": { get: Read<Page<S["OfferRow"]>, never, Ask<{ supplier_id: Id; listed: boolean }>> };
  "/api/v1/company/supply-offers/{id}": { get: Read<S["Offer"], ById, never> };
  "/api/v1/company/supply-offers/{id}/listing": {
    post: Send<{ category_id?: Id; variants: { variant_id: Id; selling_price: Money }[]; accept_loss?: boolean }, S["Listing"], ById>;
    delete: Read<undefined, ById, never>;
  };
  "/api/v1/company/stock": { get: Read<Page<S["StockRow"]>, never, Ask<{ low: boolean }>> };
  "/api/v1/company/stock/{id}/receipts": { post: Send<{ quantity: number; reason?: string }, S["StockLevel"], ById> };
  "/api/v1/company/stock/{id}/adjustments": { post: Send<{ on_hand: number; reason: string }, S["StockLevel"], ById> };
  "/api/v1/company/stock/{id}/reorder-point": { put: Send<{ reorder_at: number }, S["StockLevel"], ById> };
  "/api/v1/company/stock/{id}/moves": { get: Read<Page<S["StockMove"]>, ById, Paging & { kind?: string }> };
  "/api/v1/shop/{shop}/cart": { get: Read<S["Cart"], ByShop, never> };
  "/api/v1/shop/{shop}/cart/lines/{variant_id}": {
    put: Send<{ quantity: number }, S["Cart"], ByShop & { variant_id: Id }>;
    delete: Read<S["Cart"], ByShop & { variant_id: Id }, never>;
  };
  "/api/v1/shop/{shop}/orders": { post: Send<S["NewOrder"], S["Checkout"], ByShop> };
  "/api/v1/shop/{shop}/orders/{id}": { get: Read<S["BuyerOrder"], ByShopId, never> };
  "/api/v1/shop/{shop}/orders/{id}/payment": {
    post: Send<{ card?: { card_number: string; expiry: string; cvc: string }; payment_method?: string }, S["PaymentAnswer"], ByShopId>;
  };
  "/api/v1/shop/{shop}/trades/{id}/cancellation": { post: Send<{ line_ids?: Id[]; reason: string }, S["BuyerOrder"], ByShopId> };
  "/api/v1/shop/{shop}/trades/{id}/arrival": { post: Send<Empty, S["BuyerOrder"], ByShopId> };
  "/api/v1/shop/{shop}/trades/{id}/purchase-confirmation": { post: Send<Empty, S["BuyerOrder"], ByShopId> };
  "/api/v1/sandbox/challenges/{ref}": { post: Send<{ outcome: "approve" | "refuse" }, { return_url: string }, { ref: string }> };
  "/api/v1/company/trades": { get: Read<PageOfTrades, never, Ask<{ role: "seller" | "supplier"; state: string; waiting: "me" }>> };
  "/api/v1/company/trades/{id}": { get: Read<S["Trade"], ById, never> };
  "/api/v1/company/trades/{id}/purchase-request": { post: Send<Empty, S["Trade"], ById> };
  "/api/v1/company/trades/{id}/acceptance": { post: Send<Empty, S["Trade"], ById> };
  "/api/v1/company/trades/{id}/declination": { post: Send<{ reason: string }, S["Trade"], ById> };
  "/api/v1/company/trades/{id}/cancellation": { post: Send<{ line_ids?: Id[]; reason: string }, S["Trade"], ById> };
  "/api/v1/company/trades/{id}/delivery-confirmation": {
    post: Send<{ carrier: string; tracking_number: string; lines: { line_id: Id; quantity: number; lot?: string }[]; file_id?: Id }, S["Trade"], ById>;
  };
  "/api/v1/company/trades/{id}/transit": { post: Send<Empty, S["Trade"], ById> };
  "/api/v1/company/trades/{id}/arrival": { post: Send<Empty, S["Trade"], ById> };
  "/api/v1/company/trades/{id}/document": { get: Read<Blob, ById, never> };
  "/api/v1/company/trades/bulk": { post: Send<{ action: "request_po" | "accept_po" | "mark_in_transit" | "mark_arrived"; ids: Id[] }, S["BulkAnswer"]> };
  "/api/v1/company/files": { post: Upload<{ id: Id; name: string; type: string; sha256: string; size: number }, never, { name?: string }> };
  "/api/v1/operator/queue": { get: Read<Page<S["QueueRow"]> & { queues: S["QueueCount"][] }, never, Paging & { kind?: string }> };
  "/api/v1/operator/trades": { get: Read<PageOfTrades, never, Ask<{ state: string; hold: boolean; seller_id: Id; supplier_id: Id }>> };
  "/api/v1/operator/trades/{id}": { get: Read<S["Trade"], ById, never> };
  "/api/v1/operator/trades/{id}/document": { get: Read<Blob, ById, never> };
  "/api/v1/operator/trades/{id}/purchase-order": { post: Send<{ override_reason?: string }, S["Trade"], ById> };
  "/api/v1/operator/trades/{id}/shipment-approval": { post: Send<Empty, S["Trade"], ById> };
  "/api/v1/operator/trades/{id}/delivery-return": { post: Send<{ reason: string }, S["Trade"], ById> };
  "/api/v1/operator/trades/{id}/cancellation": { post: Send<{ line_ids?: Id[]; reason: string }, S["Trade"], ById> };
  "/api/v1/operator/trades/{id}/gate-check": { post: Send<Empty, S["Trade"], ById> };
  "/api/v1/operator/trades/bulk": { post: Send<{ action: "issue_po" | "approve_shipment"; ids: Id[] }, S["BulkAnswer"]> };
  "/api/v1/operator/rules": { get: Read<S["OperatorRules"], never, never>; put: Send<Omit<S["OperatorRules"], "version" | "updated_at">, S["OperatorRules"]> };
  "/api/v1/company/settlements": { get: Read<Page<S["Settlement"]>, never, Ask> };
  "/api/v1/company/settlements/{id}": { get: Read<S["Settlement"] & { lines: S["SettlementLine"][] }, ById, never> };
  "/api/v1/company/settlements/{id}/lines": { get: Read<Page<S["SettlementLine"]>, ById> };
  "/api/v1/company/balance": { get: Read<S["Balance"], never, never> };
  "/api/v1/company/payouts": { get: Read<Page<S["Payout"]>, never, Paging & { state?: S["Payout"]["state"] }> };
  "/api/v1/operator/settlement-runs": { post: Send<{ everyone?: boolean }, { settlements: number; trades: number; payouts: number }> };
  "/api/v1/operator/settlements": { get: Read<Page<S["Settlement"]>, never, Paging & { company_id?: Id }> };
  "/api/v1/operator/payouts": { get: Read<Page<S["Payout"]>, never, Paging & { state?: S["Payout"]["state"]; company_id?: Id }> };
  "/api/v1/operator/payout-batches": { get: Read<Page<S["Batch"]>>; post: Send<{ payout_ids?: Id[] }, S["Batch"]> };
  "/api/v1/operator/payouts/{id}/confirmation": { post: Send<Empty, S["Payout"], ById> };
  "/api/v1/operator/payouts/{id}/return": { post: Send<{ reason: string }, S["Payout"], ById> };
  "/api/v1/operator/payouts/{id}/provider-transfer": { post: Send<Empty, S["Payout"], ById> };
  "/api/v1/operator/ledger/accounts": { get: Read<Page<S["LedgerAccount"]>, never, Ask<{ kind: string }>> };
  "/api/v1/operator/ledger/transfers": { get: Read<Page<S["Transfer"]>, never, Ask<{ account: string; trade_id: Id }>> };
  "/api/v1/operator/ledger/proof": { get: Read<S["Proof"], never, never> };
  "/api/v1/operator/payments": { get: Read<Page<S["Payment"]>, never, Ask<{ state: string }>> };
  "/api/v1/operator/payments/{id}": { get: Read<S["PaymentDetail"], ById, never> };
  "/api/v1/operator/payments/{id}/resolution": { post: Send<{ decision: "refund" | "accept"; reason: string }, S["Payment"], ById> };
  "/api/v1/operator/refunds": { get: Read<Page<S["Refund"]>, never, Ask<{ state: string }>> };
  "/api/v1/operator/refunds/{id}/retry": { post: Send<Empty, S["Refund"], ById> };
  "/api/v1/company/purchase-orders": { get: Read<Page<S["BookedPurchaseOrderRow"]>, never, Ask<{ direction: "given" | "received"; state: string }>> };
  "/api/v1/company/purchase-orders/{id}": { get: Read<S["PurchaseOrder"], ById, { direction?: "given" | "received" }> };
  "/api/v1/company/revenue": { get: Read<Page<S["RevenueEntry"]>, never, Ask<{ from: Day; to: Day; kind: string; trade_id: Id }>> };
  "/api/v1/company/revenue/summary": {
    get: Read<{ rows: S["RevenueSummaryRow"][]; total: S["RevenueSummaryRow"] }, never, { from?: Day; to?: Day; by?: "day" | "month" }>;
  };
  "/api/v1/company/tax-entries": { get: Read<Page<S["TaxEntry"]>, never, Ask<{ from: Day; to: Day; direction: string }>> };
  "/api/v1/company/tax-entries/summary": { get: Read<S["TaxSummary"], never, { from?: Day; to?: Day }> };
  "/api/v1/company/settlement-entries": { get: Read<Page<S["SettlementEntry"]>, never, Ask> };
  "/api/v1/company/orders": { get: Read<Page<S["OrderRow"]>, never, Ask<{ state: string; from: Day; to: Day }>> };
  "/api/v1/company/orders/{id}": { get: Read<S["CompanyOrder"], ById, never> };
  "/api/v1/company/customers": { get: Read<Page<S["Customer"]>, never, Ask> };
  "/api/v1/company/customers/{id}": { get: Read<S["CustomerDetail"], ById, never> };
  "/api/v1/company/home": { get: Read<S["CompanyHome"], never, never> };
  "/api/v1/operator/home": { get: Read<S["OperatorHome"], never, never> };
  "/api/v1/operator/mails": { get: Read<Page<S["MailRow"]>, never, Ask<{ state: string }>> };
  "/api/v1/operator/mails/{id}": { get: Read<S["Mail"], ById, never> };
  "/api/v1/operator/mails/{id}/retry": { post: Send<Empty, S["Mail"], ById> };
  "/api/v1/operator/dead-letters": { get: Read<Page<S["DeadLetter"]>, never, Ask> };
  "/api/v1/operator/dead-letters/{id}/retry": { post: Send<Empty, undefined, ById> };
  "/api/v1/operator/accounts": { get: Read<Page<S["Person"]>, never, Ask> };
}

export interface components {
  schemas: {
    Code:
      | "request.malformed" | "request.body_invalid" | "request.query_invalid" | "request.header_invalid"
      | "auth.required" | "auth.expired" | "auth.forbidden"
      | "request.not_found" | "request.method_not_allowed" | "request.conflict" | "request.in_flight"
      | "request.version_mismatch" | "request.too_large" | "request.media_type" | "request.invalid"
      | "request.idempotency_key_reused" | "request.version_required" | "request.too_many"
      | "server.internal" | "server.unavailable";
    Locale: "ko" | "en";
    Money: { minor: number; currency: string };
    FieldProblem: { field: string; reason: string };
    Problem: { type: string; title: string; status: number; code: S["Code"]; detail?: string; fields?: S["FieldProblem"][]; trace_id?: string };
    Me: {
      id: Id; email: string; name: string; phone?: string; locale: S["Locale"]; email_verified: boolean;
      company_id?: Id; operator_role?: string; companies: S["Membership"][];
    };
    Membership: { id: Id; name: string; slug: string; role: Role; status: S["Company"]["status"] };
    SessionAnswer: { access_token: string; expires_in: number; account: S["Me"] };
    SessionRow: { id: Id; user_agent?: string; address?: string; created_at: Time; last_seen_at: Time; current: boolean };
    BuyerOrderRow: { shop: { slug: string; name: string }; trade_id: Id; trade_number: string; order_id: Id; order_number: string; state: string; total: Money; placed_at: Time };
    ShopCard: { slug: string; name: string; name_en?: string; about?: string; about_en?: string; logo_url?: string; banner_url?: string };
    Meta: { gateway: "sandbox" | "stripe"; stripe_publishable_key?: string; currency: string; operator: { name: string } };
    NewCompany: {
      name: string; name_en?: string; business_number: string; representative: string; postcode: string; address1: string; address2?: string;
      mail_order_number?: string; phone: string; email: string; functions: ("shop" | "sales" | "supply")[]; slug: string;
    };
    Company: {
      id: Id; slug: string; name: string; name_en?: string; country: string; currency: string; time_zone: string; locale: S["Locale"];
      business_number: string; representative: string; mail_order_number?: string; postcode: string; address1: string; address2?: string;
      phone: string; email: string; about?: string; about_en?: string; functions: ("shop" | "sales" | "supply")[];
      status: "pending" | "verified" | "rejected" | "suspended"; status_reason?: string; plan: string;
      settlement_cycle: "daily" | "weekly" | "monthly"; delivery_fee: Money; free_delivery_from?: Money;
      auto_request: boolean; auto_accept: boolean; payout_account?: { bank: string; account_masked: string; holder: string };
      logo_url?: string; banner_url?: string; created_at: Time; version: number;
    };
    Member: { id: Id; account_id: Id; name: string; email: string; role: Role; created_at: Time };
    FeeRule: { id: Id; company_id?: Id; company_name?: string; plan?: string; category?: string; rate: string; valid_from: Time; valid_to?: Time };
    ItemCategory: { id: Id; code: string; name: string; name_en?: string; parent_id?: Id; shop_category_id?: Id };
    NewShopCategory: { slug: string; name: string; name_en?: string; parent_id?: Id; position?: number };
    ShopCategory: { id: Id; slug: string; name: string; name_en?: string; parent_id?: Id; count?: number; position?: number };
    ItemRow: {
      id: Id; code: string; name: string; name_en?: string; unit: string; tax_class: TaxClass; category_id?: Id; status: string; variants: number;
      selling_from?: Money; picture_url?: string; listing_id?: Id; listing_status?: string; offer_status?: string; version: number;
    };
    NewVariant: { sku: string; barcode?: string; name: string; name_en?: string; list_price: Money; selling_price: Money; supply_price: Money; opening_stock?: number };
    NewItem: {
      code: string; name: string; name_en?: string; description: string; description_en?: string; unit: string; tax_class: TaxClass;
      category_id?: Id; variants: S["NewVariant"][];
    };
    Variant: {
      id: Id; sku: string; barcode?: string; name: string; name_en?: string; position: number; status: string;
      prices: { list?: Money; selling?: Money; supply?: Money };
    };
    Item: Omit<S["ItemRow"], "variants"> & {
      description: string; description_en?: string; variants: S["Variant"][]; media: S["Media"][]; offer?: S["SupplyOffer"];
    };
    Media: { id: Id; urls: Pictures; alt: string; alt_en?: string; width: number; height: number; position: number };
    SupplyOffer: {
      id: Id; item_id: Id; contract: Exclude<Contract, "own">; visibility: "all" | "chosen"; companies: Id[]; min_quantity: number; max_quantity?: number;
      price_floor_rate?: string; status: "active" | "ended"; updated_at: Time; version: number;
    };
    NewSupplyOffer: {
      contract: Exclude<Contract, "own">; visibility: "all" | "chosen"; companies?: Id[]; min_quantity?: number; max_quantity?: number; price_floor_rate?: string;
    };
    Price: { id: Id; kind: "list" | "selling" | "supply"; amount: Money; valid_from: Time; valid_to?: Time; created_at: Time };
    ListingRow: {
      id: Id; slug: string; title: string; title_en?: string; status: "draft" | "published" | "ended"; contract: Contract; supplier_id: Id; category_id?: Id; price_from: Money;
      picture_url?: string; available: number; sold: number; loss: boolean; version: number;
    };
    ListingVariant: {
      id: Id; variant_id: Id; sku: string; name: string; name_en?: string; list_price: Money; selling_price: Money; supply_price: Money;
      price_floor: Money; margin: Money; fee?: Money; available: number; status: string;
    };
    Listing: S["ListingRow"] & {
      item_id?: Id; registered_item_id: Id; registered_version: number; description: string; description_en?: string; unit: string; tax_class: TaxClass;
      min_quantity: number; max_quantity?: number; pictures: { urls: Pictures; alt: string; alt_en?: string }[]; variants: S["ListingVariant"][];
    };
    ShopHome: {
      slug: string; name: string; name_en?: string; about?: string; about_en?: string; logo_url?: string; banner_url?: string; selling: boolean;
      seller: { name: string; representative: string; business_number: string; mail_order_number?: string; address: string; phone: string; email?: string };
      hosting: { name: string }; categories: S["ShopCategory"][]; newest: S["ProductCard"][]; popular: S["ProductCard"][];
    };
    ProductCard: {
      slug: string; title: string; title_en?: string; price_from: Money; list_price?: Money; picture_url?: string; in_stock: boolean; supplier_is_seller: boolean;
    };
    Product: {
      slug: string; title: string; title_en?: string; description: string; description_en?: string; unit: string; tax_class: TaxClass;
      min_quantity?: number; max_quantity?: number; category?: { slug: string; name: string; name_en?: string };
      pictures: { urls: Pictures; alt?: string; alt_en?: string }[];
      variants: { id: Id; sku: string; name: string; name_en?: string; list_price: Money; selling_price: Money; stock: "in" | "low" | "out"; left?: number }[];
      delivery: { fee: Money; free_from?: Money }; supplied_by: { name: string }; related: S["ProductCard"][];
    };
    OfferRow: {
      registered_item_id: Id; version: number; name: string; name_en?: string; supplier: Named; contract: Contract; min_quantity: number; max_quantity?: number;
      picture_url?: string; supply_from: Money; list_from: Money; listed: boolean;
    };
    Offer: S["OfferRow"] & {
      description: string; description_en?: string; unit: string; tax_class: TaxClass; fee_rate: string;
      variants: { variant_id: Id; sku: string; name: string; name_en?: string; list_price: Money; supply_price: Money; price_floor: Money; available: number }[];
    };
    StockRow: {
      variant_id: Id; sku: string; name: string; name_en?: string; variant_name: string; item_id: Id; on_hand: number; reserved: number; available: number;
      reorder_at: number; version: number;
    };
    StockLevel: { variant_id: Id; on_hand: number; reserved: number; available: number; reorder_at: number; updated_at: Time; version: number };
    StockMove: { id: Id; kind: string; quantity: number; on_hand: number; trade_id?: Id; reason?: string; account_id?: Id; at: Time };
    Cart: {
      token?: string;
      lines: {
        variant_id: Id; product_slug: string; title: string; title_en?: string; variant_name: string; variant_name_en?: string; picture_url?: string;
        quantity: number; unit_price: Money; amount: Money; stock: "in" | "low" | "out"; left?: number; max_quantity?: number; problem?: S["Code"]; supplier: Named;
      }[];
      parts: { supplier: Named; goods: Money; delivery: Money }[];
      goods: Money; delivery: Money; vat_included: Money; total: Money; count: number;
    };
    ShipTo: { name: string; phone: string; postcode: string; address1: string; address2?: string; country: string; note?: string };
    NewOrder: {
      buyer: { name: string; email: string; phone: string }; ship_to: S["ShipTo"]; locale: S["Locale"]; expected_total: Money;
      lines?: { variant_id: Id; quantity: number }[];
    };
    Checkout: {
      order_id: Id; order_number: string; order_token: string; total: Money; expires_at: Time;
      payment: { id: Id; gateway: string; client: Record<string, unknown> };
    };
    PaymentAnswer: { state: "captured" | "pending" | "challenge" | "failed"; challenge_url?: string; failure?: string };
    BuyerOrder: {
      id: Id; number: string; state: string; placed_at: Time; expires_at?: Time; paid_at?: Time; buyer: { name: string; email: string; phone: string };
      ship_to: S["ShipTo"]; goods: Money; delivery: Money; vat_included: Money; total: Money; refunded: Money;
      payment: { state: string; failure?: string; gateway: string };
      parts: {
        trade_id: Id; trade_number: string; supplier: { name: string }; state?: S["TradeState"]; carrier?: string; tracking_number?: string; confirm_due_at?: Time;
        goods: Money; delivery: Money; refunded: Money;
        lines: { id: Id; title: string; title_en?: string; variant_name: string; picture_url?: string; quantity: number; unit_price: Money; amount: Money; cancelled: number; delivered?: number }[];
        timeline: S["TimelineEntry"][]; allowed_actions: string[];
      }[];
    };
    TradeState: "paid" | "po_requested" | "po_issued" | "po_accepted" | "delivery_filed" | "shipment_approved" | "in_transit" | "arrived" | "confirmed" | "settled" | "cancelled";
    TimelineEntry: { action: string; from?: S["TradeState"]; to: S["TradeState"]; at: Time; by: Party; account_id?: Id; reason?: string; override_reason?: string };
    Finding: {
      check: "payment" | "item" | "supply_price" | "contract" | "tax_class" | "price_floor" | "quantity" | "stock" | "standing" | "amount" | "address" | "double_order";
      code: string; expected?: string; actual?: string; line_id?: Id; amount?: Money;
    };
    TradeRow: {
      id: Id; number: string; order_number: string; state: S["TradeState"]; role?: "seller" | "supplier"; counterparty?: Named; seller: Named; supplier: Named;
      amount: Money; due_at?: Time; due_by?: Party; hold: boolean; paid_at: Time; updated_at: Time; allowed_actions: string[]; summary: string;
    };
    Trade: {
      id: Id; number: string; order_id: Id; order_number: string; seller: Named; supplier: Named; contract: Contract; state: S["TradeState"]; summary: string;
      my_roles: ("seller" | "supplier")[]; paid?: Money; goods?: Money; delivery: Money; supply?: Money; fee?: Money; fee_vat?: Money; margin?: Money; refunded?: Money;
      buyer: { name: string; phone?: string; email?: string }; ship_to: S["ShipTo"]; hold?: { at: string; findings: S["Finding"][] };
      carrier?: string; tracking_number?: string; due_at?: Time; due_by?: Party; confirm_due_at?: Time; paid_at: Time; arrived_at?: Time; confirmed_at?: Time; updated_at: Time;
      lines: {
        id: Id; variant_id: Id; sku: string; name: string; variant_name: string; unit: string; tax_class: TaxClass; quantity: number; delivered?: number; cancelled: boolean;
        unit_price?: Money; unit_supply?: Money; goods?: Money; supply?: Money;
      }[];
      purchase_order?: { id: Id; number: string; issued_at: Time };
      delivery_confirmation?: {
        id: Id; filed_at: Time; carrier: string; tracking_number: string; lines: { line_id: Id; quantity: number; lot?: string }[];
        document?: { name: string; type: string; sha256: string; url: string }; content_sha256: string; approved_at?: Time;
      };
      claims: { id: Id; kind: string; state: string; reason: string; refund?: Money; opened_at: Time }[];
      timeline: S["TimelineEntry"][]; allowed_actions: string[]; version: number;
    };
    BulkAnswer: { results: { id: Id; ok: boolean; code?: S["Code"] }[] };
    QueueRow: {
      kind: string; id: Id; title: string; note?: string; company?: Named;
      why: S["Finding"][]; at_stake?: Money; since: Time; due_at?: Time; main_action: string;
    };
    QueueCount: { kind: string; count: number; at_stake: Money; oldest_at?: Time };
    OperatorRules: { auto_issue: boolean; auto_approve: boolean; confirm_after_days: number; updated_at: Time; version: number };
    Settlement: {
      id: Id; number: string; settled_on: Day; sales: Money; supply: Money; delivery: Money; fee: Money; net: Money; trades: number;
      company?: Named; payout?: { id: Id; number: string; state: string; amount: Money };
    };
    SettlementLine: { trade_id: Id; trade_number: string; order_number: string; role: "seller" | "supplier"; gross: Money; fee: Money; net: Money; confirmed_at: Time };
    Balance: { in_escrow: Money; payable: Money; on_its_way: Money; paid_out: Money; next_settlement_on: Day; next_settlement: Money };
    Payout: {
      id: Id; number: string; company?: Named; state: "pending" | "sent" | "paid" | "returned"; amount: Money; bank?: string; account_masked?: string; holder?: string;
      settlement_id?: Id; batch_id?: Id; return_reason?: string; created_at: Time; sent_at?: Time; ended_at?: Time; version: number;
    };
    Batch: { id: Id; number: string; count: number; total: Money; file_sha256: string; created_at: Time };
    LedgerAccount: { code: string; kind: string; currency: string; balance: Money; pending: Money };
    Transfer: { id: Id; key: string; kind: string; debit: string; credit: string; amount: Money; trade_id?: Id; payment_id?: Id; payout_id?: Id; reason: string; at: Time; hash: string };
    Proof: {
      transfers: number; trades: number; faults: { transfer_id?: Id; what: string }[]; line: string;
      totals: { captured: Money; escrow: Money; payable: Money; paid_out: Money; fees: Money; vat: Money; refunded: Money };
    };
    Payment: {
      id: Id; order_id: Id; order_number: string; seller_id: Id; gateway: string; provider_ref?: string;
      state: "created" | "pending" | "captured" | "failed" | "cancelled" | "held"; amount: Money; captured: Money; refunded: Money; failure?: string;
      hold_reason?: string; expires_at: Time; captured_at?: Time; completed_at?: Time; created_at: Time; version: number;
    };
    PaymentDetail: S["Payment"] & { refunds: S["Refund"][]; webhooks: { event_id: string; kind: string; received_at: Time; outcome?: string }[] };
    Refund: {
      id: Id; payment_id: Id; trade_id?: Id; amount: Money; reason: string; state: "requested" | "succeeded" | "failed"; attempts: number;
      next_at?: Time; last_error?: string; created_at: Time; succeeded_at?: Time;
    };
    PurchaseOrder: S["BookedPurchaseOrderRow"] & {
      lines: {
        id: Id; sku: string; name: string; variant_name: string; unit: string; tax_class: TaxClass; quantity: number; delivered?: number; unit_supply: Money; supply: Money;
      }[];
    };
    BookedPurchaseOrderRow: {
      id: Id; direction: "given" | "received"; trade_id: Id; number: string; counterparty: Named; contract: Contract; state: string; line_count: number; first_line?: string;
      supply: Money; delivery: Money; ordered_on: Day; issued_at: Time; delivered_at?: Time; updated_at: Time;
    };
    RevenueEntry: {
      id: Id; trade_id: Id; order_id?: Id; kind: "sale" | "supply" | "commission" | "delivery" | "cost_of_goods" | "platform_fee"; basis: "gross" | "net"; tax_class: TaxClass;
      gross: Money; supply_value: Money; vat: Money; counterparty: string; note?: string; posted_on: Day; posted_at: Time;
    };
    RevenueSummaryRow: {
      on?: Day; sales: Money; supply: Money; commission: Money; delivery: Money; cost: Money; fee: Money; net: Money; net_supply_value: Money; count: number;
    };
    TaxEntry: {
      id: Id; trade_id: Id; direction: "output" | "input"; subject: "sale" | "supply" | "commission" | "delivery" | "fee"; tax_class: TaxClass; rule: string;
      gross: Money; supply_value: Money; vat: Money; counterparty: string; counterparty_number?: string; written_on: Day; posted_at: Time;
    };
    TaxAmounts: { gross: Money; supply_value: Money; vat: Money; count: number };
    TaxSide: { taxable: S["TaxAmounts"]; zero_rated: S["TaxAmounts"]; exempt: S["TaxAmounts"]; total: S["TaxAmounts"] };
    TaxSummary: { output: S["TaxSide"]; input: S["TaxSide"]; payable: Money };
    SettlementEntry: {
      id: Id; trade_id?: Id; settlement_id: Id; payout_id?: Id; kind: "settled" | "payout_sent" | "payout_paid" | "payout_returned"; role?: string;
      gross: Money; fee: Money; net: Money; posted_on: Day; posted_at: Time;
    };
    OrderRow: { id: Id; number: string; state: string; buyer_name: string; total: Money; placed_at: Time; lines: number; parts: { trade_id: Id; state?: string }[] };
    CompanyOrder: S["BuyerOrder"];
    Customer: {
      id: Id; registered: boolean; email: string; name: string; phone?: string; locale: S["Locale"]; orders: number; spent: Money; first_order_at?: Time; last_order_at?: Time; created_at: Time;
    };
    CustomerDetail: S["Customer"] & { recent_orders: { id: Id; number: string; state: string; total: Money; placed_at: Time }[] };
    CompanyHome: {
      waiting: { kind: string; count: number; amount?: Money; oldest_at?: Time; due_at?: Time }[];
      money?: S["Balance"];
      sales: { on: Day; amount: Money; orders: number }[]; top_products: { title: string; sold: number; amount: Money }[];
      setup: { step: string; done: boolean }[];
    };
    OperatorHome: {
      queues: S["QueueCount"][];
      money: { escrow: Money; payable: Money; fees: Money; vat_payable: Money; clearing: Money };
      gmv: { on: Day; amount: Money; orders: number }[]; trades_by_state: { state: S["TradeState"]; count: number; amount: Money }[];
      companies: { status: string; count: number }[]; late: { due_by: string; count: number }[];
      health: { outbox: number; dead_letters: number; mail_queued: number; redis: string };
    };
    MailRow: {
      id: Id; template: string; recipient: string; subject: string; state: "queued" | "sent" | "refused"; attempts: number; last_error?: string;
      created_at: Time; sent_at?: Time;
    };
    Mail: S["MailRow"] & { trade_id?: Id; text: string; html: string };
    DeadLetter: { id: Id; name: string; key: string; attempts: number; last_error?: string; created_at: Time };
    Person: { id: Id; email: string; name: string; phone?: string; locale: S["Locale"]; email_verified: boolean; created_at: Time };
  };
}

export type operations = Record<string, never>;
