/** Entry operator.html: the operator's console, under /operator. */
import "@/ui/styles/workspace.css";
import { faceRouter } from "@/ui/router";
import { startFace } from "@/ui/start";
import { routes } from "./routes";

void startFace({ face: "operator", router: faceRouter(routes), needsAccount: true, fonts: "always" });
