// Runs one task with whatsapp-business and writes what came of it as a line of JSON: TASK=send node whatsapp-business.mjs
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WABAClient } from "whatsapp-business";

const { BASE_ADDRESS, ACCESS_TOKEN, PHONE_NUMBER_ID, BUSINESS_ACCOUNT_ID, CATALOG_ID, CUSTOMER, MESSAGE } = process.env;

// The package has no setting for the address of the API: it stands in the client that it makes.
function withToken(apiToken) {
  const made = new WABAClient({ apiToken, phoneId: PHONE_NUMBER_ID, accountId: BUSINESS_ACCOUNT_ID });
  made.restClient.fetch.defaults.baseURL = `${BASE_ADDRESS}v17.0`;
  return made;
}

const client = withToken(ACCESS_TOKEN);

function report(result) {
  console.log(JSON.stringify(result));
}

// What the package throws is Meta's error with a message of its own.
async function refusal(request) {
  try {
    await request;
    return null;
  } catch (error) {
    const { code, type, message, fbtrace_id: trace } = error;
    return { own: code !== undefined && error.error_data !== undefined, code, type, message, details: error.error_data?.details, trace };
  }
}

const interactive = content => ({ to: CUSTOMER, type: "interactive", interactive: content });
const product = id => interactive({ type: "product", body: { text: "Crisp" }, action: { catalog_id: CATALOG_ID, product_retailer_id: id } });

const tasks = {
  async send() {
    const answers = [
      await client.sendMessage({ to: CUSTOMER, type: "text", text: { body: "Añadimos manzanas 🍏" }, context: { message_id: MESSAGE } }),
      await client.sendMessage(product("apple-1kg")),
      await client.sendMessage(interactive({
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
      })),
      await client.sendMessage(interactive({
        type: "catalog_message", body: { text: "All we have" },
        action: { name: "catalog_message", parameters: { thumbnail_product_retailer_id: "bread" } },
      })),
      await client.sendMessage({
        to: CUSTOMER, type: "template",
        template: { name: "order_shipped", language: { policy: "deterministic", code: "en_US" }, components: [{ type: "body", parameters: [{ type: "text", text: "Pablo" }] }] },
      }),
    ];
    const { success } = await client.markMessageAsRead(MESSAGE);
    report({ ids: answers.map(answer => answer.messages[0].id), customer: answers[0].contacts[0].wa_id, read: success });
  },

  async refuse() {
    const text = body => ({ to: CUSTOMER, type: "text", text: { body } });
    report([
      await refusal(client.sendMessage(text("x".repeat(4097)))),
      await refusal(client.sendMessage(product("unknown"))),
      await refusal(withToken("wrong").sendMessage(text("Hi"))),
    ]);
  },

  async media() {
    const folder = await mkdtemp(join(tmpdir(), "receipt-"));
    try {
      const file = join(folder, "receipt.txt");
      await writeFile(file, process.env.FILE);
      const { id } = await client.uploadMedia({ file, type: "text/plain" });
      const { url, mime_type: mimeType, sha256, file_size: size } = await client.getMedia(id);
      const copy = join(folder, "copy.txt");
      await once(await client.downloadMedia(url, copy), "finish");
      const text = await readFile(copy, "utf8");
      await client.sendMessage({ to: CUSTOMER, type: "document", document: { id, filename: "receipt.txt", caption: "Your receipt" } });
      const { success } = await client.deleteMedia(id);
      report({ id, mimeType, sha256, size, text, deleted: success, gone: await refusal(client.getMedia(id)) });
    } finally {
      await rm(folder, { recursive: true });
    }
  },

  // Every call of the package that concerns the number and its account.
  async resources() {
    const done = [
      await client.updateBusinessProfile({ about: "Greengrocer" }),
      await client.updateIdentityCheckState({ enable_identity_key_check: true }),
      await client.setupTwoStepAuth({ phoneNumberId: PHONE_NUMBER_ID, pin: "123456" }),
      await client.registerPhone({ phoneNumberId: PHONE_NUMBER_ID, pin: "123456" }),
      await client.requestPhoneNumberVerificationCode({ phoneNumberId: PHONE_NUMBER_ID, code_method: "SMS", language: "en_US" }),
      await client.verifyPhoneNumberCode({ phoneNumberId: PHONE_NUMBER_ID, code: "123456" }),
      await client.deregisterPhone(PHONE_NUMBER_ID),
    ].map(({ success }) => success);
    const profile = await client.getBusinessProfile();
    const numbers = await client.getBusinessPhoneNumbers();
    const number = await client.getSingleBusinessPhoneNumber(PHONE_NUMBER_ID);
    report({ done, about: profile.data[0].about, numbers: numbers.data.map(({ id }) => id), number: number.id });
  },
};

await tasks[process.env.TASK]();
