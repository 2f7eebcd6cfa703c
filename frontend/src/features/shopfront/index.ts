/** What a shop shows: itself, its categories, its products. Reads only; buying is elsewhere. */
export { productQuery, readFilters, readSort } from "./model/filters";
export { chosenVariant, limits, quote } from "./model/purchase";
export { FilterBar } from "./parts/filter-bar";
export { Gallery } from "./parts/gallery";
export { GridSkeleton, ProductGrid } from "./parts/product-grid";
export { PriceLine, StockLine, VariantPicker } from "./parts/purchase";
export { ShopCards } from "./parts/shop-cards";
export { useProduct, useProducts, useShopFront, useShops } from "./queries";
