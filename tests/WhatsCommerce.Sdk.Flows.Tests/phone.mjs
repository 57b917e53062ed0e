// The customer's WhatsApp by another implementation: encrypts a request with node's crypto, posts it, decrypts the answer.
//
//   node phone.mjs <address> <app secret> <public key> <request>
//
// Prints the status and the decrypted answer as JSON.
import crypto from "node:crypto";

const [address, secret, publicKey, request] = process.argv.slice(2);
const key = crypto.randomBytes(16);
const nonce = crypto.randomBytes(16);
const cipher = crypto.createCipheriv("aes-128-gcm", key, nonce);
const data = Buffer.concat([cipher.update(request, "utf8"), cipher.final(), cipher.getAuthTag()]);
const encryptedKey = crypto.publicEncrypt(
  { key: publicKey, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING, oaepHash: "sha256" },
  key,
);
const body = JSON.stringify({
  encrypted_flow_data: data.toString("base64"),
  encrypted_aes_key: encryptedKey.toString("base64"),
  initial_vector: nonce.toString("base64"),
});
const response = await fetch(address, {
  method: "POST",
  headers: {
    "Content-Type": "application/json",
    "X-Hub-Signature-256": `sha256=${crypto.createHmac("sha256", secret).update(body).digest("hex")}`,
  },
  body,
});
const text = await response.text();
let answer = null;
if (text) {
  const bytes = Buffer.from(text, "base64");
  const decipher = crypto.createDecipheriv("aes-128-gcm", key, Buffer.from(nonce.map((part) => ~part)));
  decipher.setAuthTag(bytes.subarray(-16));
  answer = JSON.parse(decipher.update(bytes.subarray(0, -16), null, "utf8") + decipher.final("utf8"));
}

console.log(JSON.stringify({ status: response.status, answer }));
