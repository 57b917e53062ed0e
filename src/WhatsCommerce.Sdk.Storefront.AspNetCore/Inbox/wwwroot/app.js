import { fill, h } from '../core/dom.js';
import { follow, get } from './api.js';
import { Chat } from './chat.js';
import { ConversationList } from './list.js';

// The page: the list of conversations, and the one that is open.

const setup = await get('setup');
/** @type {Chat} */
let chat;
const list = new ConversationList({ agent: setup.agent, open: customer => { location.hash = customer; }, current: () => chat?.customer ?? null });
chat = new Chat(setup, { changed: () => list.refresh(), close: () => { location.hash = ''; }, pick: customer => list.row(customer) });
const shell = h('div', { class: 'inbox' }, list.element, chat.element);
fill(document.body, shell);

async function show() {
  const customer = decodeURIComponent(location.hash.slice(1));
  shell.classList.toggle('has-chat', customer !== '');
  if (customer === '') {
    const last = chat.customer;
    chat.close();
    list.refresh();
    if (last !== null) {
      /** @type {HTMLElement | null} */ (document.querySelector(`[data-customer="${CSS.escape(last)}"]`))?.focus();
    }
  } else if (customer !== chat.customer) {
    const opened = chat.open(customer);
    list.refresh();
    await opened;
  }
}

/** Reads the list anew: at first, and when the connection was lost. */
async function read() {
  list.update(await get('conversations') ?? []);
  if (chat.customer !== null) {
    await chat.load();
  }
}

let due = 0;
follow({
  open: () => { read().catch(console.warn); },
  rows: rows => {
    list.update(rows);
    if (rows.some(row => row.customer === chat.customer)) {
      clearTimeout(due);
      due = window.setTimeout(() => chat.load(), 50);
    }
  },
  writing: ({ customer, by }) => {
    if (customer === chat.customer) {
      chat.writing(by);
    }
  },
});
window.addEventListener('hashchange', show);
window.addEventListener('keydown', event => {
  if (event.key === 'Escape' && document.querySelector('dialog[open]') === null && chat.customer !== null) {
    location.hash = '';
  }
});
await read();
await show();
document.body.dataset.ready = 'true';
