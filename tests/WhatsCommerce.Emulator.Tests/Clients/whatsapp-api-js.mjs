// Runs one task with whatsapp-api-js and writes what came of it as a line of JSON: TASK=send node whatsapp-api-js.mjs
import { createServer } from "node:http";
import { WhatsAppAPI } from "whatsapp-api-js/middleware/node-http";
import {
  ActionCatalog, ActionProduct, ActionProductList, Body, BodyComponent, BodyParameter, CatalogProduct, Document, Header, Interactive, Product,
  ProductSection, Template, Text,
} from "whatsapp-api-js/messages";

const { BASE_ADDRESS, ACCESS_TOKEN, APP_SECRET, VERIFY_TOKEN, PHONE_NUMBER_ID, CATALOG_ID, CUSTOMER, MESSAGE } = process.env;

// The package has no setting for the address of the API, but it takes the fetch to use.
const elsewhere = (url, init) => fetch(String(url).replace("https://graph.facebook.com/", BASE_ADDRESS), init);
const settings = { token: ACCESS_TOKEN, appSecret: APP_SECRET, webhookVerifyToken: VERIFY_TOKEN, ponyfill: { fetch: elsewhere } };
const client = new WhatsAppAPI(settings);
const pablo = { phone: CUSTOMER };

function report(result) {
  console.log(JSON.stringify(result));
}

// The package throws nothing that the API answers: it hands the answer over as it came.
function refusal({ error }) {
  return error
    ? { own: true, code: error.code, type: error.type, message: error.message, details: error.error_data?.details, trace: error.fbtrace_id }
    : null;
}

const tasks = {
  async send() {
    const product = id => new CatalogProduct(id, CATALOG_ID);
    const picks = new ActionProductList(
      CATALOG_ID,
      new ProductSection("Fruit", new Product("apple-1kg"), new Product("banana-1kg")),
      new ProductSection("Bread", new Product("bread")));
    const answers = [
      await client.sendMessage(PHONE_NUMBER_ID, pablo, new Text("Añadimos manzanas 🍏"), MESSAGE),
      await client.sendMessage(PHONE_NUMBER_ID, pablo, new Interactive(new ActionProduct(product("apple-1kg")), new Body("Crisp"))),
      await client.sendMessage(PHONE_NUMBER_ID, pablo, new Interactive(picks, new Body("Pick what you like"), new Header("Fresh today"))),
      await client.sendMessage(PHONE_NUMBER_ID, pablo, new Interactive(new ActionCatalog(new Product("bread")), new Body("All we have"))),
      await client.sendMessage(PHONE_NUMBER_ID, pablo, new Template("order_shipped", "en_US", new BodyComponent(new BodyParameter("Pablo")))),
    ];
    const { success } = await client.markAsRead(PHONE_NUMBER_ID, MESSAGE);
    report({ ids: answers.map(answer => answer.messages[0].id), customer: answers[0].contacts[0].wa_id, read: success });
  },

  async refuse() {
    // Its constructor would refuse the text by itself.
    const long = new Text("x");
    long.body = "x".repeat(4097);
    const unknown = new Interactive(new ActionProduct(new CatalogProduct("unknown", CATALOG_ID)));
    report([
      refusal(await client.sendMessage(PHONE_NUMBER_ID, pablo, long)),
      refusal(await client.sendMessage(PHONE_NUMBER_ID, pablo, unknown)),
      refusal(await new WhatsAppAPI({ ...settings, token: "wrong" }).sendMessage(PHONE_NUMBER_ID, pablo, new Text("Hi"))),
    ]);
  },

  async media() {
    const form = new FormData();
    form.set("file", new Blob([process.env.FILE], { type: "text/plain" }), "receipt.txt");
    const { id } = await client.uploadMedia(PHONE_NUMBER_ID, form);
    const { url, mime_type: mimeType, sha256, file_size: size } = await client.retrieveMedia(id, PHONE_NUMBER_ID);
    const text = await (await client.fetchMedia(url)).text();
    await client.sendMessage(PHONE_NUMBER_ID, pablo, new Document(id, true, "Your receipt", "receipt.txt"));
    const { success } = await client.deleteMedia(id);
    report({ id, mimeType, sha256, size, text, deleted: success, gone: refusal(await client.retrieveMedia(id)) });
  },

  async block() {
    const users = [pablo, { bsuid: process.env.USER_ID }];
    const blocked = await client.blockUser(PHONE_NUMBER_ID, ...users);
    const unblocked = await client.unblockUser(PHONE_NUMBER_ID, ...users);
    report({ blocked: blocked.block_users.added_users, unblocked: unblocked.block_users.removed_users });
  },

  // The package verifies the signature itself, answers, and has what is needed to reply at hand.
  webhooks() {
    client.on.message = async ({ from, message, reply, received }) => {
      const { type, text, order } = message;
      report({ from, type, text: text?.body ?? order?.text, products: order?.product_items.map(item => item.product_retailer_id) });
      if (text) {
        await reply(new Text(text.body), true);
        await received();
      }
    };
    client.on.status = ({ recipient, status, pricing }) => report({ from: recipient.phone ?? recipient.bsuid, type: status, category: pricing?.category });
    const server = createServer(async (request, response) => {
      try {
        response.statusCode = request.method === "GET" ? 200 : await client.handle_post(request);
        response.end(request.method === "GET" ? client.handle_get(request) : undefined);
      } catch (status) {
        response.statusCode = status;
        response.end();
      }
    });
    server.listen(0, "127.0.0.1", () => report({ port: server.address().port }));
  },
};

await tasks[process.env.TASK]();
