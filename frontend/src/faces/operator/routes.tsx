/** Every address of the operator's console. Pages are loaded when they are gone to. */
import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { OperatorLayout } from "./layout";

const root = createRootRoute({ component: OperatorLayout });

const page = (path: string, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path: `/operator${path}`, component });

export const routes = root.addChildren([
  page("", lazyRouteComponent(() => import("./pages/home"), "HomePage")),
  page("/queue", lazyRouteComponent(() => import("./pages/queue"), "QueuePage")),
  page("/trades", lazyRouteComponent(() => import("./pages/trades"), "TradesPage")),
  page("/trades/$id", lazyRouteComponent(() => import("./pages/trade"), "TradePage")),
  page("/companies", lazyRouteComponent(() => import("./pages/companies"), "CompaniesPage")),
  page("/companies/$id", lazyRouteComponent(() => import("./pages/company"), "CompanyPage")),
  page("/payments", lazyRouteComponent(() => import("./pages/payments"), "PaymentsPage")),
  page("/payments/$id", lazyRouteComponent(() => import("./pages/payment"), "PaymentPage")),
  page("/refunds", lazyRouteComponent(() => import("./pages/refunds"), "RefundsPage")),
  page("/settlements", lazyRouteComponent(() => import("./pages/settlements"), "SettlementsPage")),
  page("/settlements/$id", lazyRouteComponent(() => import("./pages/settlement"), "SettlementPage")),
  page("/payouts", lazyRouteComponent(() => import("./pages/payouts"), "PayoutsPage")),
  page("/payout-batches", lazyRouteComponent(() => import("./pages/batches"), "BatchesPage")),
  page("/ledger", lazyRouteComponent(() => import("./pages/ledger"), "LedgerPage")),
  page("/ledger/transfers", lazyRouteComponent(() => import("./pages/transfers"), "TransfersPage")),
  page("/ledger/proof", lazyRouteComponent(() => import("./pages/proof"), "ProofPage")),
  page("/fee-rules", lazyRouteComponent(() => import("./pages/fee-rules"), "FeeRulesPage")),
  page("/rules", lazyRouteComponent(() => import("./pages/rules"), "RulesPage")),
  page("/accounts", lazyRouteComponent(() => import("./pages/accounts"), "AccountsPage")),
  page("/proposals", lazyRouteComponent(() => import("./pages/proposals"), "ProposalsPage")),
  page("/audit", lazyRouteComponent(() => import("./pages/audit"), "AuditPage")),
  page("/mails", lazyRouteComponent(() => import("./pages/mails"), "MailsPage")),
  page("/mails/$id", lazyRouteComponent(() => import("./pages/mail"), "MailPage")),
  page("/dead-letters", lazyRouteComponent(() => import("./pages/dead-letters"), "DeadLettersPage")),
]);
