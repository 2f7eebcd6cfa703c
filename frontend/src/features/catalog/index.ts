/** Items, options, prices, pictures, categories, listings and the company's own supply offers. */
export { ItemCategories, ShopCategories } from "./parts/categories";
export { useCategoryOptions, CategorySelect } from "./parts/category-select";
export { ItemBasics } from "./parts/item-basics";
export { ItemListing } from "./parts/item-listing";
export { ItemOffer } from "./parts/item-offer";
export { ItemPictures } from "./parts/item-pictures";
export { ItemVariants } from "./parts/item-variants";
export { losesMoney } from "./model/loss";
export { ListingBadge } from "./parts/listing-badge";
export { ListingPrices, ListingWords } from "./parts/listing-editor";
export { NewItemForm } from "./parts/new-item";
export { PublishButton } from "./parts/publish";
export * from "./queries";
