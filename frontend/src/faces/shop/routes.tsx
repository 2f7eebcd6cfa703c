/** Every address of the shop face. Pages are loaded when they are gone to. */
import { createRootRoute, createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { MyLayout, PlatformLayout, ShopLayout } from "./layout";

const root = createRootRoute();

const platform = createRoute({ getParentRoute: () => root, id: "platform", component: PlatformLayout });
const ofPlatform = { getParentRoute: () => platform };

const landing = createRoute({ ...ofPlatform, path: "/", component: lazyRouteComponent(() => import("./pages/landing"), "LandingPage") });
const start = createRoute({ ...ofPlatform, path: "/start", component: lazyRouteComponent(() => import("./pages/start"), "StartPage") });

const account = () => import("./pages/account");
const signIn = createRoute({ ...ofPlatform, path: "/sign-in", component: lazyRouteComponent(account, "SignInPage") });
const signUp = createRoute({ ...ofPlatform, path: "/sign-up", component: lazyRouteComponent(account, "SignUpPage") });
const verifyEmail = createRoute({ ...ofPlatform, path: "/verify-email", component: lazyRouteComponent(account, "VerifyEmailPage") });
const confirmEmail = createRoute({ ...ofPlatform, path: "/confirm-email", component: lazyRouteComponent(account, "ConfirmEmailPage") });
const forgotPassword = createRoute({ ...ofPlatform, path: "/forgot-password", component: lazyRouteComponent(account, "ForgotPasswordPage") });
const resetPassword = createRoute({ ...ofPlatform, path: "/reset-password", component: lazyRouteComponent(account, "ResetPasswordPage") });

const invitation = createRoute({ ...ofPlatform, path: "/invitation", component: lazyRouteComponent(account, "InvitationPage") });

const legal = () => import("./pages/legal");
const terms = createRoute({ ...ofPlatform, path: "/terms", component: lazyRouteComponent(legal, "TermsPage") });
const privacy = createRoute({ ...ofPlatform, path: "/privacy", component: lazyRouteComponent(legal, "PrivacyPage") });

const challenge = createRoute({
  ...ofPlatform,
  path: "/pay/sandbox/$ref",
  component: lazyRouteComponent(() => import("./pages/challenge"), "ChallengePage"),
});

const my = createRoute({ ...ofPlatform, path: "/my", component: MyLayout });
const ofMy = { getParentRoute: () => my };
const myPages = () => import("./pages/my");
const profile = createRoute({ ...ofMy, path: "/", component: lazyRouteComponent(myPages, "ProfilePage") });
const myOrders = createRoute({ ...ofMy, path: "/orders", component: lazyRouteComponent(myPages, "MyOrdersPage") });
const mySecurity = createRoute({ ...ofMy, path: "/security", component: lazyRouteComponent(myPages, "SecurityPage") });
const mySessions = createRoute({ ...ofMy, path: "/sessions", component: lazyRouteComponent(myPages, "SessionsPage") });

const shop = createRoute({ getParentRoute: () => root, path: "/shop/$slug", component: ShopLayout });
const ofShop = { getParentRoute: () => shop };
const browse = () => import("./pages/browse");
const shopAccount = () => import("./pages/shop-account");

const home = createRoute({ ...ofShop, path: "/", component: lazyRouteComponent(() => import("./pages/home"), "HomePage") });
const search = createRoute({ ...ofShop, path: "/search", component: lazyRouteComponent(browse, "SearchPage") });
const category = createRoute({ ...ofShop, path: "/category/$category", component: lazyRouteComponent(browse, "CategoryPage") });
const product = createRoute({ ...ofShop, path: "/products/$product", component: lazyRouteComponent(() => import("./pages/product"), "ProductPage") });
const cart = createRoute({ ...ofShop, path: "/cart", component: lazyRouteComponent(() => import("./pages/cart"), "CartPage") });
const checkout = createRoute({ ...ofShop, path: "/checkout", component: lazyRouteComponent(() => import("./pages/checkout"), "CheckoutPage") });
const order = createRoute({ ...ofShop, path: "/orders/$id", component: lazyRouteComponent(() => import("./pages/order"), "OrderPage") });
const inShopAccount = createRoute({ ...ofShop, path: "/account", component: lazyRouteComponent(shopAccount, "ShopAccountPage") });
const findOrder = createRoute({ ...ofShop, path: "/find-order", component: lazyRouteComponent(shopAccount, "FindOrderPage") });

export const routes = root.addChildren([
  platform.addChildren([
    landing,
    start,
    signIn,
    signUp,
    verifyEmail,
    confirmEmail,
    forgotPassword,
    resetPassword,
    invitation,
    terms,
    privacy,
    challenge,
    my.addChildren([profile, myOrders, mySecurity, mySessions]),
  ]),
  shop.addChildren([home, search, category, product, cart, checkout, order, inShopAccount, findOrder]),
]);
