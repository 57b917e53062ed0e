// Runs one task with @great-detail/whatsapp and writes what came of it as a line of JSON: TASK=send node great-detail.mjs
import { createServer } from "node:http";
import { Client } from "@great-detail/whatsapp";

const { BASE_ADDRESS, ACCESS_TOKEN, APP_SECRET, VERIFY_TOKEN, PHONE_NUMBER_ID, BUSINESS_ACCOUNT_ID, CATALOG_ID, CUSTOMER, MESSAGE } = process.env;

const withToken = token => new Client({ baseUrl: BASE_ADDRESS, request: { headers: { Authorization: `Bearer ${token}` }, retry: 0 } });
const client = withToken(ACCESS_TOKEN);
const address = { phoneNumberID: PHONE_NUMBER_ID, to: CUSTOMER };

function report(result) {
  console.log(JSON.stringify(result));
}

// What the package throws is the answer as it came.
async function refusal(request) {
  try {
    await request;
    return null;
  } catch (failure) {
    const { error } = failure.data ?? await failure.response.json();
    return {
      own: failure.name === "HTTPError", code: error.code, type: error.type, message: error.message,
      details: error.error_data?.details, trace: error.fbtrace_id,
    };
  }
}

const interactive = content => client.message.createMessage({ ...address, type: "interactive", interactive: content }).json();
const product = id => ({ type: "product", body: { text: "Crisp" }, action: { catalog_id: CATALOG_ID, product_retailer_id: id } });

const tasks = {
  async send() {
    const answers = [
      await client.message.createMessage({ ...address, type: "text", text: { body: "Añadimos manzanas 🍏" }, context: { message_id: MESSAGE } }).json(),
      await interactive(product("apple-1kg")),
      await interactive({
        type: "product_list",
        header: { type: "text", text: "Fresh today" },
        body: { text: "Pick what you like" },
        action: {
          catalog_id: CATALOG_ID,
          sections: [
            { title: "Fruit", product_items: [{ product_retailer_id: "apple-1kg" }, { product_retailer_id: "banana-1kg" }] },
            { title: "Bread", product_items: [{ product_retailer_id: "bread" }] },
          ],
        },
      }),
      await interactive({
        type: "catalog_message", body: { text: "All we have" },
        action: { name: "catalog_message", parameters: { thumbnail_product_retailer_id: "bread" } },
      }),
      await client.message.createMessage({
        ...address, type: "template",
        template: { name: "order_shipped", language: { code: "en_US" }, components: [{ type: "body", parameters: [{ type: "text", text: "Pablo" }] }] },
      }).json(),
    ];
    const { success } = await client.message.createStatus({ phoneNumberID: PHONE_NUMBER_ID, status: "read", message_id: MESSAGE }).json();
    report({ ids: answers.map(answer => answer.messages[0].id), customer: answers[0].contacts[0].wa_id, read: success });
  },

  async refuse() {
    const text = body => ({ ...address, type: "text", text: { body } });
    report([
      await refusal(client.message.createMessage(text("x".repeat(4097)))),
      await refusal(client.message.createMessage({ ...address, type: "interactive", interactive: product("unknown") })),
      await refusal(withToken("wrong").message.createMessage(text("Hi"))),
    ]);
  },

  async media() {
    const file = new Blob([process.env.FILE], { type: "text/plain" });
    const { id } = await client.media.upload({ phoneNumberID: PHONE_NUMBER_ID, file, filename: "receipt.txt", mimeType: "text/plain" }).json();
    const { url, mime_type: mimeType, sha256, file_size: size } = await client.media.getURL({ mediaID: id, phoneNumberID: PHONE_NUMBER_ID }).json();
    const text = await (await client.media.download({ mediaURL: url, request: { headers: { Authorization: `Bearer ${ACCESS_TOKEN}` } } })).text();
    await client.message.createMessage({ ...address, type: "document", document: { id, filename: "receipt.txt", caption: "Your receipt" } });
    const { success } = await client.media.delete({ mediaID: id }).json();
    report({ id, mimeType, sha256, size, text, deleted: success, gone: await refusal(client.media.getURL({ mediaID: id })) });
  },

  // Every call of the package that concerns numbers, accounts and templates.
  async resources() {
    const number = await client.phoneNumbers.getPhoneNumber({ phoneNumberID: PHONE_NUMBER_ID, fields: ["id", "name_status", "health_status", "throughput"] }).json();
    const numbers = await client.phoneNumbers.listPhoneNumbers({ businessAccountID: BUSINESS_ACCOUNT_ID, sort: "creation_time.asc", fields: ["id", "country_code"] }).json();
    const renamed = await client.phoneNumbers.updatePhoneNumber({ phoneNumberID: PHONE_NUMBER_ID, new_display_name: "Clay & Co" }).json();
    const account = await client.whatsappBusinessAccount.get(BUSINESS_ACCOUNT_ID, { fields: ["id", "name", "country", "primary_business_location"] }).json();
    const subscribed = await client.subscribedApps.createSubscription({ businessAccountID: BUSINESS_ACCOUNT_ID }).json();
    const apps = await client.subscribedApps.listSubscriptions({ businessAccountID: BUSINESS_ACCOUNT_ID }).json();
    const updated = await client.businessProfile.updateBusinessProfile({ phoneNumberID: PHONE_NUMBER_ID, about: "Greengrocer" }).json();
    const profile = await client.businessProfile.getBusinessProfile({ phoneNumberID: PHONE_NUMBER_ID, fields: ["about"] }).json();
    const automated = await client.conversationalAutomation.setConversationalAutomation({
      phoneNumberID: PHONE_NUMBER_ID, enable_welcome_message: true, prompts: ["Hi"], commands: [],
    }).json();
    const made = await client.template.create(BUSINESS_ACCOUNT_ID, {
      name: "news", language: "en_US", category: "MARKETING", components: [{ type: "BODY", text: "Come by, we have news for you." }],
    }).json();
    const read = await client.template.get(made.id, { fields: ["name", "quality_score", "correct_category"] }).json();
    const listed = await client.template.list(BUSINESS_ACCOUNT_ID, { name_or_content: "we have news", category: ["MARKETING", "UTILITY"], limit: 5, fields: ["name"] }).json();
    const other = await client.template.list(BUSINESS_ACCOUNT_ID, { name_or_content: "nothing of it" }).json();
    const deleted = await client.template.delete(BUSINESS_ACCOUNT_ID, { name: "news" }).json();
    report({
      done: [renamed, subscribed, updated, automated, deleted].map(({ success }) => success),
      number: number.id, numbers: numbers.data.map(({ id }) => id), account: account.id, apps: apps.data.length, about: profile.data[0].about,
      template: read.name, date: read.quality_score.date, listed: listed.data.map(({ name }) => name), other: other.data.length,
    });
  },

  // Answers 200 to what is signed with the app secret alone, and sends a reply to what customers write.
  webhooks() {
    const server = createServer(async (request, response) => {
      const { searchParams } = new URL(request.url, BASE_ADDRESS);
      if (request.method === "GET") {
        const registration = await client.webhook.register({ method: request.method, query: Object.fromEntries(searchParams), headers: request.headers });
        response.statusCode = registration.verifyToken === VERIFY_TOKEN ? 200 : 403;
        response.end(registration.accept());
        return;
      }

      const body = Buffer.concat(await request.toArray()).toString();
      const event = await client.webhook.eventNotification({ method: request.method, query: {}, headers: request.headers, body });
      const isSigned = await event.checkSignature(APP_SECRET);
      response.statusCode = isSigned ? 200 : 401;
      response.end();
      if (isSigned) {
        for (const { value: { messages = [], statuses = [] } } of event.eventNotification.entry.flatMap(({ changes }) => changes)) {
          for (const { id, from: to, from_user_id: recipient, type, text, order } of messages) {
            report({ from: to ?? recipient, type, text: text?.body ?? order?.text, products: order?.product_items.map(item => item.product_retailer_id) });
            if (text) {
              const customer = to ? { to } : { recipient };
              await client.message.createMessage({ phoneNumberID: PHONE_NUMBER_ID, ...customer, type: "text", text: { body: text.body }, context: { message_id: id } });
              await client.message.createStatus({ phoneNumberID: PHONE_NUMBER_ID, status: "read", message_id: id });
            }
          }

          for (const { status, recipient_id: to, recipient_user_id: recipient, pricing } of statuses) {
            report({ from: to ?? recipient, type: status, category: pricing?.category });
          }
        }
      }
    });
    server.listen(0, "127.0.0.1", () => report({ port: server.address().port }));
  },
};

await tasks[process.env.TASK]();
