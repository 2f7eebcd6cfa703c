/// Three pages from one source tree; in development every path is answered by the entry of its face.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import react from "@vitejs/plugin-react";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = process.env.MADANG_URL ?? "http://localhost:8080";

/** The production server maps a path to its entry; this does the same for `vite` and `vite preview`. */
function faceEntries(): Plugin {
  const rewrite = (url: string | undefined): string | undefined => {
    const path = (url ?? "/").split("?")[0] ?? "/";
    if (path.startsWith("/api/") || path.startsWith("/media/") || path.startsWith("/@") || path.includes(".")) return undefined;
    if (path === "/company" || path.startsWith("/company/")) return "/company.html";
    if (path === "/operator" || path.startsWith("/operator/")) return "/operator.html";
    return "/index.html";
  };
  return {
    name: "face-entries",
    configureServer: (dev) => {
      dev.middlewares.use((request, _response, next) => {
        request.url = rewrite(request.url) ?? request.url;
        next();
      });
    },
    configurePreviewServer: (preview) => {
      preview.middlewares.use((request, _response, next) => {
        request.url = rewrite(request.url) ?? request.url;
        next();
      });
    },
  };
}

/** What must run before the first paint stands in the built page itself, under its nonce, so that nothing waits for a file. */
function bootInPage(): Plugin {
  return {
    name: "boot-in-page",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler: (html) =>
        html.replace(/<script src="\/boot\.js"[^>]*><\/script>/, () => {
          const code = readFileSync(here("./public/boot.js"), "utf8").replace(/^\/\*.*\*\/\n/, "");
          return `<script nonce="__CSP_NONCE__">${code}</script>`;
        }),
    },
  };
}

/**
 * Beside every asset its compressed forms, so that the server need not compress at each request, and can compress
 * as well as there is. Fonts and pictures are compressed in themselves.
 */
function compressedAssets(): Plugin {
  const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } };
  return {
    name: "compressed-assets",
    apply: "build",
    writeBundle: ({ dir }) => {
      for (const name of readdirSync(`${dir}/assets`)) {
        if (!/\.(js|css|svg)$/.test(name)) continue;
        const path = `${dir}/assets/${name}`;
        const bytes = readFileSync(path);
        writeFileSync(`${path}.br`, brotliCompressSync(bytes, best));
        writeFileSync(`${path}.gz`, gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }));
      }
    },
  };
}

const BASE_COMPONENTS = "ActionIcon|Anchor|Breadcrumbs|Button|Center|Group|Loader|Skeleton|Stack|Text|Title|Transition|UnstyledButton";
const BASE_PARTS = "LanguageSwitch|Money|PageHeader|ProblemAlert|SkipLink|fonts|links|nonce|notify|router|start|states|theme";
const BASE = new RegExp(
  `/@mantine/core/esm/(core|components/(${BASE_COMPONENTS}))/|/node_modules/(clsx|openapi-fetch)/|/@tabler/icons-react/dist/esm/(createReactComponent|defaultAttributes)` +
    `|/src/(api/(?!live|sse|proof)[a-z-]+\\.ts|i18n/[a-z]+\\.tsx?|lib/(money|kept)\\.ts|ui/(${BASE_PARTS})\\.)`,
);
const SHOPFRONT =
  /\/src\/(ui\/shop\/(Picture|Quantity|SellerFooter|ShopShell)|features\/shopfront\/(index|queries|model\/|parts\/(gallery|product-grid|purchase))|features\/cart\/(queries|token))/;

export default defineConfig({
  plugins: [react(), faceEntries(), bootInPage(), compressedAssets()],
  resolve: { alias: { "@": here("./src") } },
  // The server replaces this placeholder in every page it serves with a nonce of its own.
  html: { cspNonce: "__CSP_NONCE__" },
  appType: "mpa",
  server: {
    port: 5173,
    proxy: {
      "/api": { target: server, changeOrigin: false, xfwd: true },
      "/media": { target: server, changeOrigin: false, xfwd: true },
    },
  },
  build: {
    target: "es2022",
    // What each page consists of: the server tells the browser of it at once, and the check of sizes reads it.
    manifest: true,
    // Fonts and pictures stay files: data URLs would have to be allowed by the content policy.
    assetsInlineLimit: 0,
    rollupOptions: {
      output: {
        // Libraries change seldom, so they keep their address from one version of ours to the next.
        codeSplitting: {
          groups: [
            { name: "react", test: /node_modules\/(react|react-dom|scheduler)\// },
            { name: "tanstack", test: /node_modules\/@tanstack\// },
            // What the pages of every face, or those of every shop, use comes in one file each: many small files
            // compress badly, and each has a head of its own. No more than that belongs here, for all of it is a first visit.
            { name: "base", test: BASE },
            { name: "shopfront", test: SHOPFRONT },
          ],
        },
      },
      input: { shop: here("./index.html"), company: here("./company.html"), operator: here("./operator.html") },
    },
  },
  test: {
    environment: "jsdom",
    include: ["tests/**/*.test.{ts,tsx}"],
    setupFiles: ["tests/setup.ts"],
  },
});
