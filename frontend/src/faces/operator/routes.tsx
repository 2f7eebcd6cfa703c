/** Every address of the operator's console. Pages are loaded when they are gone to. */
import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { OperatorLayout } from "./layout";

const root = createRootRoute({ component: OperatorLayout });

const home = createRoute({
  getParentRoute: () => root,
  path: "/operator",
  component: lazyRouteComponent(() => import("./pages/home"), "HomePage"),
});

export const routes = root.addChildren([home]);
