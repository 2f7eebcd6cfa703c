//! The shop as a visitor sees it: its home with the seller's legal identity, its products with
//! who supplies them and what the delivery costs, and the head of its pages.

mod head;
mod sitemap;

pub use head::{FirstPicture, FirstScreen, ShopHead, ShopPage, Words, shop_head};
pub use sitemap::{shop_sitemap, sitemap};

use actix_web::{
    HttpResponse, get,
    web::{Data, Path},
};
use catalog::{
    http::body::{ProductCard, ProductPage, ShopCategoryCount},
    queries::Home,
};
use kernel::{Money, Problem, Result};
use platform::{
    App,
    config::OperatorConfig,
    http::{self, Shop, ShopEvenClosed, Visitor},
    scope::TenantRef,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Products in each row of the home page.
const ROW: u64 = 8;

/// The seller, as the law wants it shown (E-Commerce Act (Korea) art. 10 and 20).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct SellerIdentity {
    /// Name of the company.
    name: String,
    /// Its representative.
    representative: String,
    /// Business registration number.
    business_number: String,
    /// Mail-order report number.
    #[serde(skip_serializing_if = "Option::is_none")]
    mail_order_number: Option<String>,
    /// Address.
    address: String,
    /// Phone number.
    phone: String,
    /// Mail address.
    email: String,
}

/// Who hosts the shop.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Hosting {
    /// Legal name of the hosting provider, who is the platform's operator.
    name: String,
    /// Its address.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
    /// Its business registration number.
    #[serde(skip_serializing_if = "Option::is_none")]
    business_number: Option<String>,
    /// Its mail-order report number.
    #[serde(skip_serializing_if = "Option::is_none")]
    mail_order_number: Option<String>,
}

impl Hosting {
    fn of(operator: &OperatorConfig) -> Self {
        let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Self {
            name: operator.name.clone(),
            address: said(&operator.address),
            business_number: said(&operator.business_number),
            mail_order_number: said(&operator.mail_order_number),
        }
    }
}

/// The first page of a shop.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct ShopHome {
    /// Its address.
    slug: String,
    /// Its name.
    name: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name_en: Option<String>,
    /// What it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    about: Option<String>,
    /// The same in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    about_en: Option<String>,
    /// Logo.
    #[serde(skip_serializing_if = "Option::is_none")]
    logo_url: Option<String>,
    /// Banner.
    #[serde(skip_serializing_if = "Option::is_none")]
    banner_url: Option<String>,
    /// Whether it sells yet.
    selling: bool,
    /// Whether it is open; one that is closed takes no orders.
    open: bool,
    /// Whether it takes no orders for the time being; then its products are not shown.
    paused: bool,
    /// Who sells.
    seller: SellerIdentity,
    /// Who hosts.
    hosting: Hosting,
    /// Its categories with the number of products.
    categories: Vec<ShopCategoryCount>,
    /// The newest products.
    newest: Vec<ProductCard>,
    /// The best-selling products.
    popular: Vec<ProductCard>,
}

/// What the delivery of a product costs, by its supplier's rule.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct DeliveryRule {
    /// The fee.
    fee: Money,
    /// From this amount of one supplier's goods on it is free.
    #[serde(skip_serializing_if = "Option::is_none")]
    free_from: Option<Money>,
}

/// Who supplies a product.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct SuppliedBy {
    /// The name.
    name: String,
}

/// A product with who supplies it and what its delivery costs.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Product {
    /// What the catalogue says.
    #[serde(flatten)]
    page: ProductPage,
    /// Who supplies it.
    supplied_by: SuppliedBy,
    /// What its delivery costs.
    delivery: DeliveryRule,
}

/// The first page of a shop.
///
/// A shop that is closed, or paused, says whose it is, and shows no goods.
#[utoipa::path(operation_id = "shop.home.read", params(("shop" = String, Path)), responses((status = 200, body = ShopHome)))]
#[get("/shop/{shop}")]
async fn home(app: Data<App>, shop: ShopEvenClosed, _who: Visitor) -> Result<HttpResponse> {
    Ok(http::ok(&home_of(&app, &shop.0).await?))
}

async fn home_of(app: &App, shop: &Shop) -> Result<ShopHome> {
    let tx = app.platform().await?;
    let company = company::queries::by_id(&tx, shop.company()).await?.ok_or_else(Problem::not_found)?;
    drop(tx);
    let tx = app.tenant_at(&shop.tenant).await?;
    let shelves = if shop.open && !shop.paused {
        catalog::queries::home(&tx, ROW).await?
    } else {
        Home { categories: Vec::new(), newest: Vec::new(), popular: Vec::new() }
    };
    let address = [Some(company.postcode), Some(company.address1), company.address2].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(ShopHome {
        slug: company.slug,
        name: company.name.clone(),
        name_en: company.name_en,
        about: company.about,
        about_en: company.about_en,
        logo_url: company.logo_key.as_deref().map(file_url),
        banner_url: company.banner_key.as_deref().map(file_url),
        selling: shop.selling,
        open: shop.open,
        paused: shop.paused,
        seller: SellerIdentity {
            name: company.name,
            representative: company.representative,
            business_number: company.business_number,
            mail_order_number: company.mail_order_number,
            address,
            phone: company.phone,
            email: company.email,
        },
        hosting: Hosting::of(&app.config().operator),
        categories: shelves.categories,
        newest: shelves.newest,
        popular: shelves.popular,
    })
}

/// A product.
#[utoipa::path(operation_id = "shop.product.read", params(("shop" = String, Path), ("slug" = String, Path)), responses((status = 200, body = Product)))]
#[get("/shop/{shop}/products/{slug}")]
async fn product(app: Data<App>, shop: Shop, path: Path<(String, String)>, _who: Visitor) -> Result<HttpResponse> {
    Ok(http::ok(&product_of(&app, &shop.tenant, &path.1).await?))
}

async fn product_of(app: &App, tenant: &TenantRef, slug: &str) -> Result<Product> {
    let tx = app.tenant_at(tenant).await?;
    let page = catalog::queries::product(&tx, slug).await?;
    drop(tx);
    let tx = app.platform().await?;
    let supplier = company::queries::by_id(&tx, page.supplier_id).await?.ok_or_else(Problem::not_found)?;
    let delivery = DeliveryRule {
        fee: supplier.currency.minor(supplier.delivery_fee_minor),
        free_from: supplier.free_delivery_from_minor.map(|minor| supplier.currency.minor(minor)),
    };
    Ok(Product { page, supplied_by: SuppliedBy { name: supplier.name }, delivery })
}

fn file_url(key: &str) -> String {
    format!("/api/v1/files/{key}")
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(home).service(product);
}
