//! Filling and emptying carts.

use crate::{
    codes,
    entity::{cart, cart_line},
    token,
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, CartId, Problem, Result};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use uuid::Uuid;

/// Different variants in one cart.
const MOST_LINES: u64 = 100;
/// Pieces of one variant in a cart.
const MOST_PIECES: i32 = 999;

/// Opens a cart and gives its token, which is not stored. An account has one cart: where it has
/// one already, that one is given, under a new token.
pub async fn open(tx: &TenantTx, account: Option<AccountId>) -> Result<(cart::Model, String)> {
    let token = token::random();
    let row = cart::Model { id: CartId::new(), token_hash: token::hash(&token), account_id: account, created_at: tx.now(), updated_at: tx.now() };
    if cart::add(tx, &row).await? {
        return Ok((row, token));
    }
    let account = account.ok_or_else(|| Problem::internal("two carts with one token"))?;
    let mut standing = tx.find(cart::of_account(account).lock_exclusive()).await?.into_active_model();
    standing.token_hash = Set(token::hash(&token));
    Ok((tx.update(standing).await?, token))
}

/// The cart of the account, else the guest's cart with this token. A guest's cart is found for a
/// signed-in buyer too, who may [`adopt`] it; a cart of an account is found by nobody else.
pub async fn find(tx: &TenantTx, token: Option<&str>, account: Option<AccountId>) -> Result<Option<cart::Model>> {
    if let Some(account) = account
        && let Some(cart) = tx.one(cart::of_account(account)).await?
    {
        return Ok(Some(cart));
    }
    guest(tx, token).await
}

/// The guest's cart with this token.
pub async fn guest(tx: &TenantTx, token: Option<&str>) -> Result<Option<cart::Model>> {
    match token {
        Some(token) => tx.one(cart::of_guest(token)).await,
        None => Ok(None),
    }
}

/// Puts `quantity` pieces of a listed variant in the cart in place of what is there; 0 takes it
/// out. Errors: a quantity out of range, [`codes::CART_FULL`].
pub async fn put_line(tx: &TenantTx, cart: &cart::Model, listing_variant_id: Uuid, quantity: i32) -> Result<()> {
    if !(0..=MOST_PIECES).contains(&quantity) {
        return Err(Problem::invalid("quantity", "out_of_range"));
    }
    touch(tx, cart).await?;
    let line = || (cart.id, listing_variant_id);
    if quantity == 0 {
        tx.delete_many(cart_line::Entity::delete_many().filter(of(cart)).filter(cart_line::Column::ListingVariantId.eq(listing_variant_id))).await?;
        return Ok(());
    }
    if let Some(standing) = tx.one(cart_line::Entity::find_by_id(line())).await? {
        let mut row = standing.into_active_model();
        row.quantity = Set(quantity);
        tx.update(row).await?;
        return Ok(());
    }
    if tx.count(cart_line::Entity::find().filter(of(cart))).await? >= MOST_LINES {
        return Err(codes::CART_FULL.into());
    }
    tx.insert(cart_line::ActiveModel {
        cart_id: Set(cart.id),
        listing_variant_id: Set(listing_variant_id),
        quantity: Set(quantity),
        added_at: Set(tx.now()),
    })
    .await?;
    Ok(())
}

/// The lines of the cart in the order in which they were put in.
pub async fn lines(tx: &TenantTx, cart: &cart::Model) -> Result<Vec<cart_line::Model>> {
    let query = cart_line::Entity::find()
        .filter(of(cart))
        .order_by_asc(cart_line::Column::AddedAt)
        .order_by_asc(cart_line::Column::ListingVariantId)
        .limit(2 * MOST_LINES);
    tx.all(query).await
}

/// Empties the cart.
pub async fn clear(tx: &TenantTx, cart: &cart::Model) -> Result<()> {
    tx.delete_many(cart_line::Entity::delete_many().filter(of(cart))).await?;
    touch(tx, cart).await
}

/// Takes what was bought out of the cart, if it still stands.
pub(super) async fn take_out(tx: &TenantTx, cart: CartId, bought: &[Uuid]) -> Result<()> {
    let delete = cart_line::Entity::delete_many()
        .filter(cart_line::Column::CartId.eq(cart))
        .filter(cart_line::Column::ListingVariantId.is_in(bought.iter().copied()));
    tx.delete_many(delete).await?;
    Ok(())
}

/// Makes a guest's cart the account's. Where the account has a cart already, the lines are put in
/// there (of a variant in both, the larger quantity stays) and the guest's cart ends.
pub async fn adopt(tx: &TenantTx, guest: &cart::Model, account: AccountId) -> Result<cart::Model> {
    let guest = tx.find(cart::Entity::find_by_id(guest.id).lock_exclusive()).await?;
    if guest.account_id == Some(account) {
        return Ok(guest);
    }
    if guest.account_id.is_some() {
        return Err(Problem::not_found());
    }
    let Some(own) = tx.one(cart::of_account(account).lock_exclusive()).await? else {
        let mut row = guest.into_active_model();
        row.account_id = Set(Some(account));
        row.updated_at = Set(tx.now());
        return tx.update(row).await;
    };
    cart_line::pour(tx, guest.id, own.id).await?;
    tx.delete_many(cart::Entity::delete_many().filter(cart::Column::Id.eq(guest.id))).await?;
    Ok(own)
}

/// Throws away at most `limit` carts of guests that nobody has touched since `before`, and tells how
/// many went. An account's cart stays: whoever signs in again finds it.
pub async fn sweep(tx: &TenantTx, before: DateTime<Utc>, limit: u64) -> Result<u64> {
    let stale = tx.all(cart::forgotten(before, limit)).await?;
    if stale.is_empty() {
        return Ok(0);
    }
    tx.delete_many(cart::Entity::delete_many().filter(cart::Column::Id.is_in(stale.into_iter().map(|cart| cart.id)))).await
}

fn of(cart: &cart::Model) -> Expr {
    cart_line::Column::CartId.eq(cart.id)
}

/// Marks the cart as used; the row's lock also makes two changes of one cart follow each other.
async fn touch(tx: &TenantTx, cart: &cart::Model) -> Result<()> {
    let update = cart::Entity::update_many().col_expr(cart::Column::UpdatedAt, Expr::val(tx.now())).filter(cart::Column::Id.eq(cart.id));
    if tx.update_many(update).await? == 0 { Err(Problem::not_found()) } else { Ok(()) }
}
