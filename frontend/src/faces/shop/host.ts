/**
 * A shop at a host name of its own: the address `/products` there is the route `/shop/{slug}/products` here.
 * The server names the shop in the page; the pages of the platform keep their addresses on every host.
 */
import type { LocationRewrite } from "@tanstack/react-router";

const PLATFORM_PAGES = ["/sign-in", "/sign-up", "/verify-email", "/confirm-email", "/forgot-password", "/reset-password", "/start", "/terms", "/privacy", "/my", "/pay", "/shop"];

const isPlatformPage = (path: string): boolean =>
  PLATFORM_PAGES.some((page) => path === page || path.startsWith(`${page}/`));

export function hostSlug(): string | undefined {
  const slug = document.querySelector<HTMLMetaElement>('meta[name="madang-shop"]')?.content ?? "";
  return slug === "" || location.pathname.startsWith("/shop/") ? undefined : slug;
}

export function rewriteFor(slug: string): LocationRewrite {
  const base = `/shop/${slug}`;
  return {
    input: ({ url }) => {
      if (isPlatformPage(url.pathname)) return undefined;
      url.pathname = url.pathname === "/" ? base : base + url.pathname;
      return url;
    },
    output: ({ url }) => {
      if (url.pathname !== base && !url.pathname.startsWith(`${base}/`)) return undefined;
      url.pathname = url.pathname.slice(base.length) || "/";
      return url;
    },
  };
}

export function shopHost(): LocationRewrite | undefined {
  const slug = hostSlug();
  return slug === undefined ? undefined : rewriteFor(slug);
}
