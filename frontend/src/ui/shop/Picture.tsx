/** A picture of goods in a frame of its own shape, so that nothing moves when it arrives. */
import { IconPhoto } from "@tabler/icons-react";
import type { CSSProperties } from "react";
import classes from "./Picture.module.css";

interface PictureProps {
  /** One address, or addresses by their width. */
  src: string | Readonly<Record<string, string>> | null | undefined;
  /** Empty where the words beside it say the same. */
  alt: string;
  /** How wide it is shown: "(max-width: 48em) 50vw, 18rem". */
  sizes?: string;
  ratio?: string;
  /** The picture that one came for is fetched first; all others when they come near. */
  first?: boolean;
  faded?: boolean;
}

function sources(src: PictureProps["src"]): { src: string; srcSet?: string } | undefined {
  if (src === null || src === undefined || src === "") return undefined;
  if (typeof src === "string") return { src };
  const widths = Object.keys(src).sort((a, b) => Number(a) - Number(b));
  const middle = src["800"] ?? src[widths.at(-1) ?? ""];
  if (middle === undefined) return undefined;
  return { src: middle, srcSet: widths.map((width) => `${src[width]} ${width}w`).join(", ") };
}

export function Picture({ src, alt, sizes, ratio = "1", first = false, faded = false }: PictureProps) {
  const found = sources(src);
  return (
    <div className={faded ? `${classes.frame} ${classes.faded}` : classes.frame} style={{ "--ratio": ratio } as CSSProperties}>
      {found === undefined ? (
        <IconPhoto size={28} stroke={1.2} role={alt === "" ? undefined : "img"} aria-label={alt === "" ? undefined : alt} aria-hidden={alt === ""} />
      ) : (
        <img
          {...found}
          sizes={sizes}
          // The frame decides; these keep the place until the style of the frame is here.
          width={800}
          height={800}
          alt={alt}
          loading={first ? "eager" : "lazy"}
          fetchPriority={first ? "high" : "auto"}
          decoding="async"
        />
      )}
    </div>
  );
}
