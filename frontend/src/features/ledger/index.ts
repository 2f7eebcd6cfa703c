/** The ledger: accounts, journal, proof. */
export { accountOwner } from "./model/account";
export { reasonText } from "./model/reason";
export { AccountName } from "./parts/account-name";
export { ProofPaper } from "./parts/proof-paper";
export * from "./queries";
