/** Every address of the workspace of a company. Pages are loaded when they are gone to. */
import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { CompanyLayout } from "./layout";

const root = createRootRoute({ component: CompanyLayout });

const today = createRoute({
  getParentRoute: () => root,
  path: "/company",
  component: lazyRouteComponent(() => import("./pages/today"), "TodayPage"),
});

export const routes = root.addChildren([today]);
