/**
 * Entry index.html: the landing page, account screens, company sign-up and every shop.
 * A first visit downloads this face and no other; heavy libraries of the workspace are forbidden here by the linter.
 */
import "@/ui/styles/shop.css";
import { faceRouter } from "@/ui/router";
import { startFace } from "@/ui/start";
import { shopHost } from "./host";
import { routes } from "./routes";

void startFace({ face: "shop", router: faceRouter(routes, shopHost()), needsAccount: false, fonts: "where-missing" });
