// Runs one task with Meta's own facebook-nodejs-business-sdk and writes what came of it as a line of JSON: TASK=products node business-sdk.mjs
import business from "facebook-nodejs-business-sdk";

const { BASE_ADDRESS, ACCESS_TOKEN, BUSINESS_ACCOUNT_ID, CATALOG_ID } = process.env;
const { FacebookAdsApi, ProductCatalog, ProductItem, WhatsAppBusinessAccount } = business;

// The package has no setting for the address of the API, but one place in which it stands.
Object.defineProperty(FacebookAdsApi, "GRAPH", { get: () => BASE_ADDRESS.replace(/\/$/, "") });
FacebookAdsApi.init(ACCESS_TOKEN, "en_US", false);

function report(result) {
  console.log(JSON.stringify(result));
}

async function pagesOf(cursor, member) {
  const pages = [];
  for (let page = await cursor; ; page = await page.next()) {
    pages.push(page.map(item => item[member]));
    if (!page.hasNext()) {
      return { pages, back: page.hasPrevious() ? (await page.previous()).map(item => item[member]) : null };
    }
  }
}

const tasks = {
  async products() {
    const catalog = new ProductCatalog(CATALOG_ID);
    const made = await catalog.createProduct([], { retailer_id: "pear", name: "Pears", price: 250, currency: "USD", image_url: "https://example.com/p.png" });
    await new ProductItem(made.id).update([], { name: "Crisp pears" });
    const first = await catalog.getProducts(["retailer_id", "name", "price"], { limit: 2, summary: true });
    const total = first.summary.total_count;
    const { pages, back } = await pagesOf(first, "retailer_id");
    const pear = await new ProductItem(made.id).get(["name", "price"]);
    await new ProductItem(made.id).delete();
    report({ pages, back, total, name: pear.name, price: pear.price, left: (await catalog.getProducts(["id"])).length });
  },

  async templates() {
    const account = new WhatsAppBusinessAccount(BUSINESS_ACCOUNT_ID);
    for (const name of ["first", "second", "third"]) {
      await account.createMessageTemplate([], { name, language: "en_US", category: "MARKETING", components: [{ type: "BODY", text: "Come by, we have news for you." }] });
    }

    const { pages } = await pagesOf(account.getMessageTemplates(["name", "quality_score"], { limit: 2 }), "name");
    report({ pages });
  },

  // Every field of which the package knows.
  async fields() {
    const account = await new WhatsAppBusinessAccount(BUSINESS_ACCOUNT_ID).get(Object.values(WhatsAppBusinessAccount.Fields));
    const catalog = new ProductCatalog(CATALOG_ID);
    const whole = await catalog.get(Object.values(ProductCatalog.Fields));
    const [item] = await catalog.getProducts(Object.values(ProductItem.Fields), { limit: 1 });
    report({ account: account.id, review: account.account_review_status, catalog: whole.name, item: item.retailer_id });
  },

  async refuse() {
    try {
      await new ProductCatalog(CATALOG_ID).createProduct([], { retailer_id: "plum", name: "Plums", price: "cheap", currency: "USD" });
      report(null);
    } catch (error) {
      report({ name: error.name, status: error.status, code: error.response.code, message: error.message });
    }
  },
};

await tasks[process.env.TASK]();
