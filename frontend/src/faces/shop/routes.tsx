/** Every address of the shop face. Pages are loaded when they are gone to. */
import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { NowhereLayout, PlatformLayout, ShopLayout } from "./layout";

const root = createRootRoute({ notFoundComponent: NowhereLayout });

const platform = createRoute({ getParentRoute: () => root, id: "platform", component: PlatformLayout });

const landing = createRoute({
  getParentRoute: () => platform,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/landing"), "LandingPage"),
});

const account = () => import("./pages/account");

const signIn = createRoute({
  getParentRoute: () => platform,
  path: "/sign-in",
  component: lazyRouteComponent(account, "SignInPage"),
});
const signUp = createRoute({
  getParentRoute: () => platform,
  path: "/sign-up",
  component: lazyRouteComponent(account, "SignUpPage"),
});
const verifyEmail = createRoute({
  getParentRoute: () => platform,
  path: "/verify-email",
  component: lazyRouteComponent(account, "VerifyEmailPage"),
});
const forgotPassword = createRoute({
  getParentRoute: () => platform,
  path: "/forgot-password",
  component: lazyRouteComponent(account, "ForgotPasswordPage"),
});
const resetPassword = createRoute({
  getParentRoute: () => platform,
  path: "/reset-password",
  component: lazyRouteComponent(account, "ResetPasswordPage"),
});

const shop = createRoute({ getParentRoute: () => root, path: "/shop/$slug", component: ShopLayout });

const home = createRoute({
  getParentRoute: () => shop,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/home"), "HomePage"),
});

export const routes = root.addChildren([
  platform.addChildren([landing, signIn, signUp, verifyEmail, forgotPassword, resetPassword]),
  shop.addChildren([home]),
]);
