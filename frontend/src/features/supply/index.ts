/** Supply offers of other companies. */
export { ratePercent } from "./model/rate";
export { ListOfferForm } from "./parts/list-offer";
export { UnlistButton } from "./parts/unlist";
export * from "./queries";
