// Runs one task with @kapso/whatsapp-cloud-api and writes what came of it as a line of JSON: TASK=send node kapso.mjs
import { createServer } from "node:http";
import { GraphApiError, WhatsAppClient, buildTemplateSendPayload } from "@kapso/whatsapp-cloud-api";
import { normalizeWebhook, verifySignature } from "@kapso/whatsapp-cloud-api/server";

const { BASE_ADDRESS, ACCESS_TOKEN, APP_SECRET, VERIFY_TOKEN, PHONE_NUMBER_ID, BUSINESS_ACCOUNT_ID, CATALOG_ID, CUSTOMER, MESSAGE } = process.env;

const client = new WhatsAppClient({ baseUrl: BASE_ADDRESS, accessToken: ACCESS_TOKEN });
const address = { phoneNumberId: PHONE_NUMBER_ID, to: CUSTOMER };

function report(result) {
  console.log(JSON.stringify(result));
}

// What the package throws, told in Meta's terms.
async function refusal(request) {
  try {
    await request;
    return null;
  } catch (error) {
    const { httpStatus, code, type, message, details, fbtraceId } = error;
    return { own: error instanceof GraphApiError, httpStatus, code, type, message, details, trace: fbtraceId };
  }
}

const tasks = {
  async send() {
    const template = buildTemplateSendPayload({ name: "order_shipped", language: "en_US", body: [{ type: "text", text: "Pablo" }] });
    const answers = [
      await client.messages.sendText({ ...address, body: "Añadimos manzanas 🍏", contextMessageId: MESSAGE }),
      await client.messages.sendInteractiveProduct({ ...address, catalogId: CATALOG_ID, productRetailerId: "apple-1kg", bodyText: "Crisp" }),
      await client.messages.sendInteractiveProductList({
        ...address,
        catalogId: CATALOG_ID,
        header: { type: "text", text: "Fresh today" },
        bodyText: "Pick what you like",
        sections: [
          { title: "Fruit", productItems: [{ productRetailerId: "apple-1kg" }, { productRetailerId: "banana-1kg" }] },
          { title: "Bread", productItems: [{ productRetailerId: "bread" }] },
        ],
      }),
      await client.messages.sendInteractiveCatalogMessage({
        ...address, bodyText: "All we have", parameters: { thumbnailProductRetailerId: "bread" },
      }),
      await client.messages.sendTemplate({ ...address, template }),
    ];
    const { success } = await client.messages.markRead({ phoneNumberId: PHONE_NUMBER_ID, messageId: MESSAGE });
    report({ ids: answers.map(answer => answer.messages[0].id), customer: answers[0].contacts[0].waId, read: success });
  },

  async refuse() {
    report([
      await refusal(client.messages.sendText({ ...address, body: "x".repeat(4097) })),
      await refusal(client.messages.sendInteractiveProduct({ ...address, catalogId: CATALOG_ID, productRetailerId: "unknown" })),
      await refusal(new WhatsAppClient({ baseUrl: BASE_ADDRESS, accessToken: "wrong" }).messages.sendText({ ...address, body: "Hi" })),
    ]);
  },

  async media() {
    const file = new Blob([process.env.FILE], { type: "text/plain" });
    const { id } = await client.media.upload({ phoneNumberId: PHONE_NUMBER_ID, type: "document", file, fileName: "receipt.txt" });
    const { mimeType, sha256, fileSize } = await client.media.get({ mediaId: id, phoneNumberId: PHONE_NUMBER_ID });
    // Meta wants the token for the file too; unless told so the package sends it to its own proxy only.
    const text = await (await client.media.download({ mediaId: id, auth: "always", as: "blob" })).text();
    await client.messages.sendDocument({ ...address, document: { id, filename: "receipt.txt", caption: "Your receipt" } });
    const { success } = await client.media.delete({ mediaId: id });
    report({ id, mimeType, sha256, size: fileSize, text, deleted: success, gone: await refusal(client.media.get({ mediaId: id })) });
  },

  async templates() {
    const account = { businessAccountId: BUSINESS_ACCOUNT_ID };
    const made = [];
    for (const name of ["first", "second", "third"]) {
      made.push(await client.templates.create({
        ...account, name, language: "en_US", category: "MARKETING", components: [{ type: "BODY", text: "Come by, we have news for you." }],
      }));
    }

    const pages = [];
    let after;
    do {
      const page = await client.templates.list({ ...account, limit: 2, after });
      pages.push(page.data.map(template => template.name));
      after = page.paging.next ? page.paging.cursors.after : undefined;
    } while (after);

    const { success } = await client.templates.delete({ ...account, name: "second" });
    const approved = await client.templates.list({ ...account, name: "first" });
    report({ made, pages, deleted: success, left: approved.data });
  },

  async profile() {
    const { success } = await client.phoneNumbers.businessProfile.update({
      phoneNumberId: PHONE_NUMBER_ID, about: "Greengrocer", websites: ["https://example.com/"],
    });
    const { data } = await client.phoneNumbers.businessProfile.get({ phoneNumberId: PHONE_NUMBER_ID, fields: "about,websites" });
    report({ updated: success, profile: data[0] });
  },

  // Every other call of the client that Meta answers: numbers, their settings, forms, permission to call.
  async resources() {
    const number = { phoneNumberId: PHONE_NUMBER_ID };
    const done = [
      await client.phoneNumbers.requestCode({ ...number, codeMethod: "SMS", language: "en_US" }),
      await client.phoneNumbers.verifyCode({ ...number, code: "123456" }),
      await client.phoneNumbers.register({ ...number, pin: "123456" }),
      await client.phoneNumbers.settings.update({ ...number, calling: { status: "ENABLED", callIconVisibility: "DEFAULT" } }),
      await client.phoneNumbers.deregister(number),
    ].map(answer => answer.success);

    const screen = { id: "HELLO", title: "Hello", terminal: true, layout: { type: "SingleColumnLayout", children: [] } };
    const flow = await client.flows.create({
      wabaId: BUSINESS_ACCOUNT_ID, name: "hello", categories: ["OTHER"], flowJson: { version: "7.1", screens: [screen] },
    });
    done.push((await client.flows.updateAsset({ flowId: flow.id, json: { version: "7.1", screens: [{ ...screen, title: "Hi" }] } })).success);
    done.push((await client.flows.publish({ flowId: flow.id })).success);
    const old = await client.flows.create({
      wabaId: BUSINESS_ACCOUNT_ID, name: "old", categories: ["OTHER"], flowJson: { version: "7.1", screens: [screen] }, publish: true,
    });
    done.push((await client.flows.deprecate({ flowId: old.id })).success);
    const { id } = await client.templates.create({
      businessAccountId: BUSINESS_ACCOUNT_ID, name: "news", language: "en_US", category: "MARKETING",
      components: [{ type: "BODY", text: "Come by, we have news for you." }],
    });
    report({
      done,
      calling: (await client.phoneNumbers.settings.get(number)).calling.status,
      flow: flow.id,
      flows: (await client.flows.list({ wabaId: BUSINESS_ACCOUNT_ID })).data.map(item => [item.id, item.name, item.status]),
      published: (await client.flows.get({ flowId: flow.id, fields: "id,status" })).status,
      preview: (await client.flows.preview({ flowId: flow.id })).preview.previewUrl,
      template: (await client.templates.get({ businessAccountId: BUSINESS_ACCOUNT_ID, templateId: id })).name,
      permission: (await client.calls.permissions.get({ ...number, userWaId: CUSTOMER })).permission.status,
    });
  },

  // Answers 200 to what is signed with the app secret alone, and sends a reply to what customers write.
  webhooks() {
    const server = createServer(async (request, response) => {
      if (request.method === "GET") {
        const { searchParams } = new URL(request.url, BASE_ADDRESS);
        response.statusCode = searchParams.get("hub.verify_token") === VERIFY_TOKEN ? 200 : 403;
        response.end(searchParams.get("hub.challenge"));
        return;
      }

      const rawBody = Buffer.concat(await request.toArray());
      const isSigned = verifySignature({ appSecret: APP_SECRET, rawBody, signatureHeader: request.headers["x-hub-signature-256"] });
      response.statusCode = isSigned ? 200 : 401;
      response.end();
      if (isSigned) {
        const { messages, statuses } = normalizeWebhook(JSON.parse(rawBody));
        for (const { id, from: to, fromUserId, type, text, order } of messages) {
          report({ from: to ?? fromUserId, type, text: text?.body ?? order?.orderText, products: order?.productItems.map(item => item.productRetailerId) });
          if (text) {
            const from = to ? { to } : { recipient: fromUserId };
            await client.messages.sendText({ phoneNumberId: PHONE_NUMBER_ID, ...from, body: text.body, contextMessageId: id });
            await client.messages.markRead({ phoneNumberId: PHONE_NUMBER_ID, messageId: id });
          }
        }

        for (const { status, recipientId, recipientUserId, pricing } of statuses) {
          report({ from: recipientId ?? recipientUserId, type: status, category: pricing?.category });
        }
      }
    });
    server.listen(0, "127.0.0.1", () => report({ port: server.address().port }));
  },
};

await tasks[process.env.TASK]();
