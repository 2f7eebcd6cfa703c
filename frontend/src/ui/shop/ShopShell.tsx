/** The frame of a shop: a quiet header, the page, and a footer that says who the seller is. */
import { IconSearch, IconShoppingBag, IconUser } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, type ReactNode, useState } from "react";
import { useSession } from "@/api/session";
import { useT } from "@/i18n/provider";
import { LanguageSwitch } from "../LanguageSwitch";
import { IconLink } from "../links";
import { SkipLink } from "../SkipLink";
import { SellerFooter, type SellerIdentity } from "./SellerFooter";
import classes from "./ShopShell.module.css";

export interface ShopCategory {
  slug: string;
  name: string;
}

/** Where the shell's links lead; a face gives its own routes. */
export interface ShopPlaces {
  home: string;
  search: string;
  category: string;
  cart: string;
  account: string;
}

interface ShopShellProps {
  slug: string;
  name: string;
  logo?: string | undefined;
  categories: readonly ShopCategory[];
  cartCount: number;
  seller: SellerIdentity;
  places: ShopPlaces;
  /** A closed shop has nothing to search for or to put into a cart. */
  open: boolean;
  /** Above the header: "not yet open", a notice. */
  banner?: ReactNode;
  children: ReactNode;
}

export function ShopShell({ slug, name, logo, categories, cartCount, seller, places, open, banner, children }: ShopShellProps) {
  const t = useT("shop").header;
  const account = useSession().account;
  const identity = useT("common").identity;
  return (
    <div className={classes.page}>
      <SkipLink />
      {banner}
      <header className={classes.header}>
        <div className={classes.bar}>
          <Link to={places.home} params={{ slug }} className={classes.logo}>
            {logo === undefined ? name : <img src={logo} alt={name} height={32} />}
          </Link>
          {open && <SearchBox slug={slug} to={places.search} label={t.search} />}
          <div className={classes.tools}>
            <LanguageSwitch />
            <IconLink to={places.account} params={{ slug }} aria-label={account?.name ?? identity.signIn} color="dark">
              <IconUser size={22} stroke={1.6} aria-hidden />
            </IconLink>
            {open && (
              <IconLink to={places.cart} params={{ slug }} aria-label={t.cartCount(cartCount)} color="dark" className={classes.cart}>
                <IconShoppingBag size={22} stroke={1.6} aria-hidden />
                {cartCount > 0 && (
                  <span className={classes.count} aria-hidden>
                    {cartCount > 99 ? "99+" : cartCount}
                  </span>
                )}
              </IconLink>
            )}
          </div>
        </div>
        {categories.length > 0 && (
          <nav aria-label={t.categories} className={classes.categories}>
            {categories.map((category) => (
              <Link
                key={category.slug}
                to={places.category}
                params={{ slug, category: category.slug }}
                className={classes.category}
                activeProps={{ "aria-current": "page" }}
              >
                {category.name}
              </Link>
            ))}
          </nav>
        )}
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <SellerFooter seller={seller} />
    </div>
  );
}

function SearchBox({ slug, to, label }: { slug: string; to: string; label: string }) {
  const navigate = useNavigate();
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({ to, params: { slug }, search: { q: text.trim() } });
  };
  return (
    <form role="search" onSubmit={submit} className={classes.search}>
      <IconSearch size={16} aria-hidden />
      <input
        type="search"
        name="q"
        aria-label={label}
        placeholder={label}
        enterKeyHint="search"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </form>
  );
}
