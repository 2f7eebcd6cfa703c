/** Changes of the catalogue. All of them may move prices, listings and offers, so all of it is read again. */
import { api, call, ifMatch } from "@/api/client";
import type { Schemas } from "@/api/types";
import { useWrite } from "@/api/write";
import type { MoneyValue } from "@/lib/money";
import type { Item, ItemCategory, Listing, PriceKind, ShopCategory } from "./queries";

const TOUCHED = [["catalog"], ["stock"], ["home"], ["supply"]] as const;
const done = <Output>(onDone: ((output: Output) => void) | undefined) => ({
  invalidates: TOUCHED,
  ...(onDone === undefined ? {} : { onSuccess: onDone }),
});

export type NewItem = Schemas["NewItem"];
export type NewVariant = Schemas["NewVariant"];

export const useCreateItem = (onDone: (item: Item) => void) =>
  useWrite((body: NewItem, { headers }) => call(api.POST("/api/v1/company/items", { body, headers })), done(onDone));

export interface ItemChange {
  code?: string;
  name?: string;
  name_en?: string | null;
  description?: string;
  description_en?: string | null;
  unit?: string;
  tax_class?: Item["tax_class"];
  category_id?: string | null;
  status?: Item["status"];
}

export const useChangeItem = (item: Pick<Item, "id" | "version">, onDone?: () => void) =>
  useWrite(
    (body: ItemChange, { headers }) =>
      call(
        api.PATCH("/api/v1/company/items/{id}", {
          params: { path: { id: item.id } },
          // A null clears; the generated types know no null.
          body: body as never,
          headers: { ...headers, ...ifMatch(item.version) },
        }),
      ),
    done(onDone),
  );

export const useAddVariant = (item: string, onDone: () => void) =>
  useWrite(
    (body: NewVariant, { headers }) =>
      call(api.POST("/api/v1/company/items/{id}/variants", { params: { path: { id: item } }, body, headers })),
    done(onDone),
  );

export interface VariantChange {
  name?: string;
  name_en?: string | null;
  barcode?: string | null;
  status?: Item["status"];
}

export const useChangeVariant = (id: string, onDone: () => void) =>
  useWrite(
    (body: VariantChange, { headers }) =>
      call(api.PATCH("/api/v1/company/variants/{id}", { params: { path: { id } }, body: body as never, headers })),
    done(onDone),
  );

export interface NewPrice {
  kind: PriceKind;
  amount: MoneyValue;
  valid_from?: string;
  valid_to?: string;
}

export const useSetPrice = (variant: string, onDone: () => void) =>
  useWrite(
    (body: NewPrice, { headers }) =>
      call(api.POST("/api/v1/company/variants/{id}/prices", { params: { path: { id: variant } }, body, headers })),
    done(onDone),
  );

export interface NewPicture {
  file: File;
  alt: string;
  altEn: string;
}

export const useAddPicture = (item: string, onDone?: () => void) =>
  useWrite(
    ({ file, alt, altEn }: NewPicture, { headers }) =>
      call(
        api.POST("/api/v1/company/items/{id}/media", {
          params: { path: { id: item }, query: { alt, ...(altEn === "" ? {} : { alt_en: altEn }) } },
          body: file as unknown as string,
          bodySerializer: (body) => body as never,
          headers: { ...headers, "Content-Type": file.type },
        }),
      ),
    done(onDone),
  );

export const useRemovePicture = (onDone: () => void) =>
  useWrite(
    (id: string, { headers }) => call(api.DELETE("/api/v1/company/media/{id}", { params: { path: { id } }, headers })),
    done(onDone),
  );

export const useOrderPictures = (item: string) =>
  useWrite(
    (ids: string[], { headers }) =>
      call(api.PUT("/api/v1/company/items/{id}/media-order", { params: { path: { id: item } }, body: { ids }, headers })),
    done(undefined),
  );

export type OfferBody = Schemas["NewSupplyOffer"];

/** A standing offer is changed under its version; a new one has none. */
export const useOfferItem = (item: string, version: number | undefined, onDone: () => void) =>
  useWrite(
    (body: OfferBody, { headers }) =>
      call(
        api.PUT("/api/v1/company/items/{id}/offer", {
          params: { path: { id: item } },
          body,
          headers: { ...headers, ...ifMatch(version) },
        }),
      ),
    done(onDone),
  );

export const useEndOffer = (item: string, onDone: () => void) =>
  useWrite(
    (_nothing: undefined, { headers }) =>
      call(api.DELETE("/api/v1/company/items/{id}/offer", { params: { path: { id: item } }, headers })),
    done(onDone),
  );

export const useListItem = (item: string, onDone: (listing: Listing) => void) =>
  useWrite(
    (body: { category_id?: string; slug?: string }, { headers }) =>
      call(api.POST("/api/v1/company/items/{id}/listing", { params: { path: { id: item } }, body, headers })),
    done(onDone),
  );

export interface ListingChange {
  title?: string;
  title_en?: string | null;
  description?: string;
  description_en?: string | null;
  category_id?: string | null;
  variants?: { id: string; selling_price: MoneyValue }[];
}

export const useChangeListing = (listing: Pick<Listing, "id" | "version">, onDone: () => void) =>
  useWrite(
    (body: ListingChange, { headers }) =>
      call(
        api.PATCH("/api/v1/company/listings/{id}", {
          params: { path: { id: listing.id } },
          body: body as never,
          headers: { ...headers, ...ifMatch(listing.version) },
        }),
      ),
    done(onDone),
  );

export const usePublish = (id: string, onDone: () => void) =>
  useWrite(
    (publish: boolean, { headers }) => {
      const path = "/api/v1/company/listings/{id}/publication" as const;
      const params = { path: { id } };
      return call(publish ? api.POST(path, { params, body: {}, headers }) : api.DELETE(path, { params, headers }));
    },
    done(onDone),
  );

export type ItemCategoryBody = Omit<ItemCategory, "id">;

export const useSaveItemCategory = (id: string | undefined, onDone: () => void) =>
  useWrite(
    (body: ItemCategoryBody, { headers }) =>
      call(
        id === undefined
          ? api.POST("/api/v1/company/item-categories", { body, headers })
          : api.PUT("/api/v1/company/item-categories/{id}", { params: { path: { id } }, body, headers }),
      ),
    done(onDone),
  );

export type ShopCategoryBody = Schemas["NewShopCategory"];

export const useSaveShopCategory = (id: string | undefined, onDone: () => void) =>
  useWrite(
    (body: ShopCategoryBody, { headers }): Promise<ShopCategory> =>
      call(
        id === undefined
          ? api.POST("/api/v1/company/shop-categories", { body, headers })
          : api.PUT("/api/v1/company/shop-categories/{id}", { params: { path: { id } }, body, headers }),
      ),
    done(onDone),
  );

export const useRemoveShopCategory = (onDone: () => void) =>
  useWrite(
    (id: string, { headers }) => call(api.DELETE("/api/v1/company/shop-categories/{id}", { params: { path: { id } }, headers })),
    done(onDone),
  );

export const useRemoveItemCategory = (onDone: () => void) =>
  useWrite(
    (id: string, { headers }) => call(api.DELETE("/api/v1/company/item-categories/{id}", { params: { path: { id } }, headers })),
    done(onDone),
  );
