/**
 * The requests of the page and the answers of the emulator: JSON under `/emulator/`. This file is the contract between them; the
 * modules are checked against it by TypeScript, and nothing is compiled from it.
 *
 * Reads (GET):
 *   /emulator/events                       server-sent events; each `version` event carries a `Versions`, the first at once
 *   /emulator/settings                     Settings
 *   /emulator/customers                    Customer[], newest activity first, at most 200
 *   /emulator/customers/{id}/chat?since=n  Chat: the entries whose revision is above n, oldest first, at most the last 300
 *   /emulator/customers/{id}/devices/{id}/cart   Cart
 *   /emulator/products?q=&offset=&limit=   Products: what the shop shows to customers, searched by title
 *   /emulator/products?all=true&...        the same, including hidden and rejected items, for the workbench
 *   /emulator/products?ids=a&ids=b         Products: those of these retailer ids that the catalog contains
 *   /emulator/traffic?since=n              Traffic: the rows whose revision is above n, oldest first, at most the last 300
 *   /emulator/traffic/{number}             TrafficDetails
 *   /emulator/media/{id}                   the bytes of a picture or a file
 *
 * Actions (POST, always with a JSON body; answered 200 with JSON, or 4xx with a Problem):
 *   /emulator/customers                                   NewCustomer -> Customer
 *   /emulator/customers/{id}                              CustomerChange -> Customer
 *   /emulator/customers/{id}/messages                     CustomerAction -> {}
 *   /emulator/customers/{id}/read                         {} -> {}: marks everything delivered as read
 *   /emulator/customers/{id}/devices                      {name} -> Device
 *   /emulator/customers/{id}/devices/{id}/open            {retailerId} -> OpenedProduct: the product page, fetched again
 *   /emulator/customers/{id}/devices/{id}/cart            {retailerId, quantity} -> Cart: sets the quantity; 0 removes the item
 *   /emulator/customers/{id}/devices/{id}/cart/open       {} -> Cart: fetched again, its notices say what changed
 *   /emulator/customers/{id}/devices/{id}/cart/send       {note} -> {}: an order; the cart is empty afterwards
 *   /emulator/customers/{id}/devices/{id}/cart/dismiss    {} -> Cart: without notices
 *   /emulator/products/change                             ProductChange -> Product
 *   /emulator/products/review                             {retailerId, verdict: 'approved' | 'rejected' | 'pending', reason?} -> Product
 *   /emulator/settings                                    SettingsChange -> Settings
 *   /emulator/templates/review                            {name, verdict: 'approved' | 'rejected' | 'paused' | 'disabled', reason?} -> Settings
 *   /emulator/faults                                      NextAnswer -> Settings: the API's next answers are this error
 *   /emulator/faults/clear                                {} -> Settings
 *   /emulator/webhook-faults                              WebhookFault -> Settings
 *   /emulator/webhook-faults/clear                        {} -> Settings
 *   /emulator/callback                                    {address} -> Settings: verifies the address and delivers there; '' disconnects
 *   /emulator/traffic/{number}/again                      Again -> Sent: sends a request or a webhook again, or what was made of it
 *   /emulator/traffic/clear                               {} -> {}
 */

export interface Versions { chats: number; customers: number; catalog: number; settings: number; traffic: number; }

/** An error, as one sentence for the user. */
export interface Problem { error: string; }

export interface Settings {
  business: { name: string; phone: string; phoneNumberId: string; businessAccountId: string; businessId: string };
  /** The base address of clients, with a trailing slash. */
  baseAddress: string;
  graphVersion: string;
  accessToken: string;
  appSecret: string;
  verifyToken: string;
  callback: string | null;
  catalog: { id: string | null; name: string | null; isConnected: boolean; isVisible: boolean; isCartEnabled: boolean; count: number; first: string | null };
  /** Whether the number has calls, and whether customers see the button to call. */
  calling: { isEnabled: boolean; showsButton: boolean };
  /** The fault of the API's next answers; null when there is none. */
  nextAnswer: string | null;
  /** The active webhook faults, as text. */
  webhookFaults: string[];
  templates: Template[];
  /** What the emulator could not keep, because a limit was reached; one sentence each. */
  notices: string[];
}

/** A message template in one language; its status in Meta's words: PENDING, APPROVED, REJECTED, PAUSED, DISABLED. */
export interface Template { id: string; name: string; language: string; category: string; status: string; }

export interface SettingsChange { isCartEnabled?: boolean; isCatalogVisible?: boolean; isCatalogConnected?: boolean; hidePhoneNumbers?: boolean; isCallingEnabled?: boolean; }

export interface NextAnswer {
  /** A Graph error; the HTTP status is 400 by default. */
  code?: number; status?: number;
  /** The connection is cut instead. */
  cut?: boolean;
  /** The request is carried out before the fault. */
  afterAccepting?: boolean;
  count?: number;
}

export interface WebhookFault { kind: 'duplicate' | 'reorder' | 'delay' | 'drop' | 'unknown'; count?: number; milliseconds?: number; always?: boolean; }

export interface Device { id: string; name: string; }

export interface Customer {
  id: string;
  name: string;
  /** With a plus; null for a customer who is known by a user id only. */
  phone: string | null;
  userId: string;
  hidesPhoneNumber: boolean;
  app: { platform: 'android' | 'ios'; version: string; isOld: boolean };
  isInsideWindow: boolean;
  readsAutomatically: boolean;
  unread: number;
  last: { at: string; text: string; author: Author } | null;
  devices: Device[];
  calls: Calls;
}

/** Whether the business may call, until when if only for some days, and the call that is under way. */
export interface Calls { permission: 'none' | 'temporary' | 'permanent'; until: string | null; call: Call | null; }

/** A call; it rings until it is answered. */
export interface Call { id: string; isFromCustomer: boolean; answeredAt: string | null; }

export interface NewCustomer { name: string; phone?: string; userId?: string; platform?: 'android' | 'ios'; version?: string; }

export interface CustomerChange { name?: string; closeWindow?: boolean; readsAutomatically?: boolean; hidesPhoneNumber?: boolean; platform?: 'android' | 'ios'; version?: string; }

export type Author = 'business' | 'customer' | 'notice';

export interface Chat { revision: number; isTyping: boolean; entries: Entry[]; }

/** A message of a chat, or a notice by WhatsApp. */
export interface Entry {
  id: string;
  revision: number;
  at: string;
  author: Author;
  /** `text`, `image`, `interactive.product_list`, `template`, `order`, `reaction`, ...; `notice` for a notice. */
  kind: string;
  /** Of the business: the JSON that it posted. Of the customer: the message as the webhook told it (`type`, `text`, `order`, `context`, ...). Of a notice: empty. */
  json: any;
  /** A short text of the message; the sentence of a notice. */
  text: string | null;
  /** The retailer ids that it shows, without those that were not in the catalog when it was sent. */
  products: string[];
  /** By the business: sent, delivered, read, played, failed. By the customer: sent, read. */
  statuses: string[];
  /** The message that it answers. */
  repliesTo: string | null;
  /** Who forwarded it, if somebody did. */
  forwardedBy: string | null;
  /** For a template: the components of its definition (HEADER, BODY with its text, FOOTER, BUTTONS, ...), if the account has it. */
  template: any[] | null;
  /** For order details: how the payment stands, if it is known. */
  payment: 'pending' | 'failed' | 'captured' | null;
}

export type CustomerAction =
  | { type: 'text'; text: string; replyTo?: string; about?: string }
  | { type: 'reaction'; messageId: string; emoji: string }
  /** A reply button or a template's quick reply: its id, or its payload. */
  | { type: 'button'; messageId: string; button: string }
  | { type: 'row'; messageId: string; row: string }
  | { type: 'location'; latitude: number; longitude: number; name?: string; address?: string }
  | { type: 'image'; data: string; mimeType: string; caption?: string }
  /** A flow or an address form, filled in. */
  | { type: 'form'; messageId: string; response: Record<string, unknown> }
  /** The customer's own contact, as requested. */
  | { type: 'contact'; messageId: string }
  /** Pays an order, or fails to; the text is its reference id. */
  | { type: 'pay'; text: string; succeeds: boolean }
  /** An audio message or a video. */
  | { type: 'play'; messageId: string }
  /** Lets the business call: as the answer to a message, or on its profile. */
  | { type: 'allow-calls'; messageId?: string; isPermanent: boolean }
  | { type: 'decline-calls'; messageId: string }
  | { type: 'revoke-calls' }
  /** Calls the business, from the chat or by the button of a message. */
  | { type: 'call'; messageId?: string }
  | { type: 'answer-call' | 'decline-call' | 'hang-up' }
  /** Product messages only; `to` is the id of another customer. */
  | { type: 'forward'; messageId: string; to: string };

export interface Price { amount: string; currency: string; text: string; }

export interface Product {
  retailerId: string;
  title: string;
  description: string | null;
  price: Price;
  salePrice: Price | null;
  availability: string;
  canBeOrdered: boolean;
  /** The address of the picture; null when there is none. */
  image: string | null;
  /** The product page on the shop's website. */
  address: string | null;
  /** The group of variants that it belongs to, and what distinguishes it from the others: {size: 'M'}. */
  groupId: string | null;
  variant: Record<string, string>;
  isHidden: boolean;
  review: string;
}

export interface Products { total: number; products: Product[]; }

/** A product page that a device has just fetched, with its variants, and what changed since that device last fetched it. */
export interface OpenedProduct { product: Product; variants: Product[]; changes: string[]; }

/** The changes; the price is only the amount, such as `7.99`. */
export interface ProductChange { retailerId: string; title?: string; description?: string; price?: string; availability?: string; image?: string; isHidden?: boolean; }

export interface CartLine { retailerId: string; title: string; quantity: number; price: Price; total: Price; image: string | null; }

export interface Cart { lines: CartLine[]; count: number; total: Price | null; notices: string[]; }

export interface TrafficRow {
  number: number;
  revision: number;
  at: string;
  kind: 'request' | 'webhook';
  /** POST /v25.0/…/messages, or the content of the webhook: `status read`. */
  title: string;
  /** What a request to send is about: `text`, `interactive product_list`, `template abandoned_cart`, `mark as read`; null for others. */
  subject: string | null;
  /** The HTTP status; null while there is none. */
  status: number | null;
  verdict: 'accepted' | 'refused' | 'fault' | 'pending' | 'delivered' | 'given up' | 'dropped';
  code: number | null;
  /** The violated rule, the fault, or the error that a webhook tells. */
  rule: string | null;
  milliseconds: number | null;
  attempts: number;
  /** The name of the one customer whom it concerns; null when it concerns none, or several. */
  customer: string | null;
  /** The message that a request has sent, or the one whose statuses a webhook tells. */
  message: string | null;
}

/** The body to send in place of the recorded one. */
export interface Again { body?: string; }

/** The HTTP status of the answer to a request; null when there was none, and for a webhook, whose answer the traffic shows. */
export interface Sent { status: number | null; }

export interface Attempt { at: string; status: number | null; problem: string | null; milliseconds: number; }

export interface TrafficDetails extends TrafficRow {
  method: string;
  /** The full address. */
  address: string;
  headers: Record<string, string>;
  /** The body as text, which may be JSON. */
  body: string;
  /** Whether the text is the whole body, byte for byte; false for a very large body and for a picture. */
  isWhole: boolean;
  answer: string | null;
  attemptList: Attempt[];
}

/** The changed rows; `app` is the last attempt to deliver a webhook to the callback since it was connected. */
export interface Traffic { revision: number; oldest: number; rows: TrafficRow[]; app: Attempt | null; }
