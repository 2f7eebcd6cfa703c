/** Every address of the workspace of a company. Pages are loaded when they are gone to. */
import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { CompanyLayout } from "./layout";

const root = createRootRoute({ component: CompanyLayout });

type Page = Parameters<typeof lazyRouteComponent>;

/** One page: its address, where its code lies, and the component's name in it. */
function page(path: string, load: Page[0], name: string) {
  return createRoute({ getParentRoute: () => root, path: `/company${path}`, component: lazyRouteComponent(load, name) });
}

export const routes = root.addChildren([
  page("", () => import("./pages/today"), "TodayPage"),
  page("/trades", () => import("./pages/trades"), "TradesPage"),
  page("/trades/$id", () => import("./pages/trade"), "TradePage"),
  page("/orders", () => import("./pages/orders"), "OrdersPage"),
  page("/orders/$id", () => import("./pages/order"), "OrderPage"),
  page("/customers", () => import("./pages/customers"), "CustomersPage"),
  page("/customers/$id", () => import("./pages/customer"), "CustomerPage"),
  page("/items", () => import("./pages/items"), "ItemsPage"),
  page("/items/new", () => import("./pages/item-new"), "NewItemPage"),
  page("/items/$id", () => import("./pages/item"), "ItemPage"),
  page("/categories", () => import("./pages/categories"), "CategoriesPage"),
  page("/listings", () => import("./pages/listings"), "ListingsPage"),
  page("/listings/$id", () => import("./pages/listing"), "ListingPage"),
  page("/supply-offers", () => import("./pages/offers"), "OffersPage"),
  page("/supply-offers/$id", () => import("./pages/offer"), "OfferPage"),
  page("/stock", () => import("./pages/stock"), "StockPage"),
  page("/stock/$id", () => import("./pages/stock-moves"), "StockMovesPage"),
  page("/purchase-orders", () => import("./pages/purchase-orders"), "PurchaseOrdersPage"),
  page("/purchase-orders/$id", () => import("./pages/purchase-order"), "PurchaseOrderPage"),
  page("/revenue", () => import("./pages/revenue"), "RevenuePage"),
  page("/tax", () => import("./pages/tax"), "TaxPage"),
  page("/settlements", () => import("./pages/settlements"), "SettlementsPage"),
  page("/settlements/$id", () => import("./pages/settlement"), "SettlementPage"),
  page("/payouts", () => import("./pages/payouts"), "PayoutsPage"),
  page("/members", () => import("./pages/members"), "MembersPage"),
  page("/proposals", () => import("./pages/proposals"), "ProposalsPage"),
  page("/audit", () => import("./pages/audit"), "AuditPage"),
  page("/integrations", () => import("./pages/integrations"), "IntegrationsPage"),
  page("/integrations/webhooks/$id", () => import("./pages/webhook"), "WebhookPage"),
  page("/integrations/deliveries/$id", () => import("./pages/webhook-delivery"), "WebhookDeliveryPage"),
  page("/settings", () => import("./pages/settings"), "SettingsPage"),
]);
