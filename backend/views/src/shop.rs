//! The shop as a visitor sees it: its home with the seller's legal identity, its products with
//! who supplies them and what the delivery costs, and the head of its pages.

use actix_web::{
    HttpResponse, get,
    web::{Data, Path},
};
use catalog::http::body::{ProductCard, ProductPage, ShopCategoryCount};
use kernel::{Money, Problem, Result};
use platform::{
    App,
    config::OperatorConfig,
    http::{self, Shop, Visitor},
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
#[utoipa::path(operation_id = "shop.home.read", params(("shop" = String, Path)), responses((status = 200, body = ShopHome)))]
#[get("/shop/{shop}")]
async fn home(app: Data<App>, shop: Shop, _who: Visitor) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let company = company::queries::by_id(&tx, shop.company()).await?.ok_or_else(Problem::not_found)?;
    drop(tx);
    let tx = app.tenant_at(&shop.tenant).await?;
    let home = catalog::queries::home(&tx, ROW).await?;
    let address = [Some(company.postcode), Some(company.address1), company.address2].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Ok(http::ok(&ShopHome {
        slug: company.slug,
        name: company.name.clone(),
        name_en: company.name_en,
        about: company.about,
        about_en: company.about_en,
        logo_url: company.logo_key.as_deref().map(file_url),
        banner_url: company.banner_key.as_deref().map(file_url),
        selling: shop.selling,
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
        categories: home.categories,
        newest: home.newest,
        popular: home.popular,
    }))
}

/// A product.
#[utoipa::path(operation_id = "shop.product.read", params(("shop" = String, Path), ("slug" = String, Path)), responses((status = 200, body = Product)))]
#[get("/shop/{shop}/products/{slug}")]
async fn product(app: Data<App>, shop: Shop, path: Path<(String, String)>, _who: Visitor) -> Result<HttpResponse> {
    let tx = app.tenant_at(&shop.tenant).await?;
    let page = catalog::queries::product(&tx, &path.1).await?;
    drop(tx);
    let tx = app.platform().await?;
    let supplier = company::queries::by_id(&tx, page.supplier_id).await?.ok_or_else(Problem::not_found)?;
    let delivery = DeliveryRule {
        fee: supplier.currency.minor(supplier.delivery_fee_minor),
        free_from: supplier.free_delivery_from_minor.map(|minor| supplier.currency.minor(minor)),
    };
    Ok(http::ok(&Product { page, supplied_by: SuppliedBy { name: supplier.name }, delivery }))
}

fn file_url(key: &str) -> String {
    format!("/api/v1/files/{key}")
}

/// What search engines and messengers read of a shop's page.
#[derive(Clone, Debug)]
pub struct ShopHead {
    /// The shop's address.
    pub slug: String,
    /// Title of the page.
    pub title: String,
    /// Its description.
    pub description: String,
    /// A picture of it.
    pub picture_url: Option<String>,
}

/// The head of a shop's page; of its product, where the path names one.
pub async fn shop_head(app: &App, slug: &str, path: &str) -> Result<ShopHead> {
    let shop = app.directory().shop(slug).await?;
    let tx = app.platform().await?;
    let company = company::queries::by_id(&tx, shop.tenant.company).await?.ok_or_else(Problem::not_found)?;
    drop(tx);
    let absolute = |key: &str| format!("{}{}", app.config().public_url(), file_url(key));
    if let Some(address) = path.split("/products/").nth(1).filter(|slug| !slug.contains('/')) {
        let tx = app.tenant_at(&shop.tenant).await?;
        if let Ok(page) = catalog::queries::product(&tx, address).await {
            let picture = page.pictures.first().map(|picture| format!("{}{}", app.config().public_url(), picture.urls.large));
            let description = page.description.chars().take(160).collect();
            return Ok(ShopHead { slug: shop.slug, title: format!("{} · {}", page.title, company.name), description, picture_url: picture });
        }
    }
    Ok(ShopHead {
        slug: shop.slug,
        title: company.name,
        description: company.about.unwrap_or_default(),
        picture_url: company.banner_key.as_deref().map(absolute),
    })
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(home).service(product);
}
