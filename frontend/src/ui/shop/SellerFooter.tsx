/** Who sells, as the law wants it shown, and that the operator is an intermediary (E-Commerce Act, articles 10, 13 and 20). */
import { useT } from "@/i18n/provider";
import { formatBusinessNumber, formatPhone } from "@/lib/korea";
import classes from "./ShopShell.module.css";

export interface SellerIdentity {
  name: string;
  representative: string;
  businessNumber: string;
  mailOrderNumber?: string | null | undefined;
  address: string;
  phone: string;
  email?: string | null | undefined;
  hosting: OperatorIdentity;
}

/** The operator of the platform, as far as it has made itself known. */
export interface OperatorIdentity {
  name: string;
  businessNumber?: string | undefined;
  mailOrderNumber?: string | undefined;
  address?: string | undefined;
}

export function SellerFooter({ seller }: { seller: SellerIdentity }) {
  const t = useT("shop").footer;
  const facts: [string, string | null | undefined][] = [
    [t.representative, seller.representative],
    [t.businessNumber, formatBusinessNumber(seller.businessNumber)],
    [t.mailOrderNumber, seller.mailOrderNumber],
    [t.address, seller.address],
    [t.phone, formatPhone(seller.phone)],
    [t.email, seller.email],
    [t.hosting, [seller.hosting.name, seller.hosting.address].filter(Boolean).join(" · ")],
    [t.hostingNumbers, [seller.hosting.businessNumber, seller.hosting.mailOrderNumber].filter(Boolean).join(" · ")],
  ];
  return (
    <footer className={classes.footer}>
      <div className={classes.footerBody}>
        <p className={classes.seller}>{seller.name}</p>
        <dl className={classes.facts}>
          {facts
            .filter(([, value]) => value !== undefined && value !== null && value !== "")
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
        </dl>
        <p>{t.intermediary(seller.hosting.name)}</p>
      </div>
    </footer>
  );
}
