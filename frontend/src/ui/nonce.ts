/** The nonce under which the content policy lets a library add a style of its own. */

declare global {
  interface Window {
    __webpack_nonce__?: string;
  }
}

const PLACEHOLDER = "__CSP_NONCE__";

export function styleNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";
  return nonce === PLACEHOLDER ? "" : nonce;
}

/** The scroll lock under modals asks for its nonce by this name. */
export function shareNonce(): void {
  const nonce = styleNonce();
  if (nonce !== "") window.__webpack_nonce__ = nonce;
}
