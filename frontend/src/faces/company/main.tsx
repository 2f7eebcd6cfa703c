/** Entry company.html: the workspace of a company, under /company. */
import "@/ui/styles/workspace.css";
import { faceRouter } from "@/ui/router";
import { startFace } from "@/ui/start";
import { routes } from "./routes";

void startFace({ face: "company", router: faceRouter(routes), needsAccount: true, fonts: "always" });
