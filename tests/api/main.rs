//! Stories over HTTP on real databases, from sign-up to settlement and everything that may go
//! wrong in between. Each has an installation of its own and ends with the journal proven.

mod account;
mod audit;
mod cancelling;
mod cart;
mod crash;
mod desk;
mod directory;
mod distributor;
mod document;
mod fee;
mod gate;
mod isolation;
mod last_loaf;
mod leaving;
mod letters;
mod machine;
mod members;
mod neighbours;
mod one_company;
mod payment_truth;
mod payout;
mod provider_transfer;
mod refusals;
mod roles;
mod schema_files;
mod second_factor;
mod settings;
mod settlement;
mod sign_up;
mod silence;
mod two_persons;
mod walk;
