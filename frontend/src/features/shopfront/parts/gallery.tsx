/** The pictures of a product: one large, the others to choose from. */
import { UnstyledButton } from "@mantine/core";
import { useState } from "react";
import { usePick } from "@/i18n/pick";
import { useT } from "@/i18n/provider";
import { Picture } from "@/ui/shop/Picture";
import classes from "./gallery.module.css";

interface GalleryProps {
  title: string;
  pictures: readonly { urls: Record<string, string>; alt?: string | null; alt_en?: string | null }[];
}

export function Gallery({ title, pictures }: GalleryProps) {
  const t = useT("shop").product;
  const say = usePick();
  const [index, setIndex] = useState(0);
  const shown = pictures[index] ?? pictures[0];
  const alt = (picture: GalleryProps["pictures"][number] | undefined) => {
    const words = say(picture?.alt, picture?.alt_en);
    return words === "" ? title : words;
  };
  return (
    <div className={classes.gallery}>
      <Picture src={shown?.urls} alt={alt(shown)} sizes="(max-width: 56em) 100vw, 38rem" first />
      {pictures.length > 1 && (
        <div className={classes.others} role="group" aria-label={t.pictures}>
          {pictures.map((picture, position) => (
            <UnstyledButton
              key={picture.urls["320"] ?? position}
              className={classes.thumb}
              aria-label={t.picture(position + 1, pictures.length, alt(picture))}
              aria-pressed={position === index}
              onClick={() => setIndex(position)}
            >
              <Picture src={picture.urls["320"] ?? picture.urls} alt="" />
            </UnstyledButton>
          ))}
        </div>
      )}
    </div>
  );
}
