/** The first stop of the keyboard: past the navigation, to the page itself (`<main id="content">`). */
import { useT } from "@/i18n/provider";

export function SkipLink() {
  const t = useT("common");
  return (
    <a
      className="skip-link"
      href="#content"
      onClick={(event) => {
        // The router must not take the fragment for a navigation.
        event.preventDefault();
        document.getElementById("content")?.focus();
      }}
    >
      {t.skipToContent}
    </a>
  );
}
