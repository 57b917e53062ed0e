import { h, icon } from '../core/dom.js';

/**
 * @param {string} label
 * @param {(event: Event) => void} onclick
 * @param {Record<string, unknown>} [attributes]
 * @returns {HTMLButtonElement}
 */
export function button(label, onclick, attributes = {}) {
  return /** @type {HTMLButtonElement} */ (h('button', { type: 'button', class: 'button', onclick, ...attributes }, label));
}

/** The submit button of a form. @param {string} label @returns {HTMLButtonElement} */
export function submitButton(label) {
  return /** @type {HTMLButtonElement} */ (h('button', { class: 'button primary' }, label));
}

/**
 * A button with an icon and an accessible label.
 * @param {string} label
 * @param {string} path of the icon
 * @param {(event: Event) => void} onclick
 * @param {Record<string, unknown>} [attributes]
 * @returns {HTMLButtonElement}
 */
export function iconButton(label, path, onclick, attributes = {}) {
  const all = { type: 'button', class: 'icon-button', 'aria-label': label, title: label, onclick, ...attributes };
  return /** @type {HTMLButtonElement} */ (h('button', all, icon(path)));
}

/** @param {Record<string, unknown>} [attributes] @returns {HTMLInputElement} */
export function input(attributes = {}) {
  return /** @type {HTMLInputElement} */ (h('input', { class: 'input', autocomplete: 'off', ...attributes }));
}

/**
 * @param {[value: string, label: string][]} options
 * @param {Record<string, unknown>} [attributes]
 * @returns {HTMLSelectElement}
 */
export function select(options, attributes = {}) {
  const choices = options.map(([value, label]) => h('option', { value }, label));
  return /** @type {HTMLSelectElement} */ (h('select', { class: 'input', ...attributes }, choices));
}

let lastId = 0;

/** @param {string} part @returns {string} an id that is unique on the page */
function newId(part) {
  return `${part}-${++lastId}`;
}

/**
 * A control under its label, with a hint below it.
 * @param {string | Node} label
 * @param {HTMLElement} control
 * @param {string | Node} [hint]
 */
export function field(label, control, hint) {
  const [id, hintId] = [newId('control'), newId('hint')];
  control.id = id;
  if (hint) {
    control.setAttribute('aria-describedby', hintId);
  }
  return h('div', { class: 'field' },
    h('label', { class: 'field-label', for: id }, label), control, hint && h('span', { class: 'hint', id: hintId }, hint));
}

/**
 * A switch for a setting of the emulator. `show` draws the current value; a click requests the other value.
 * @param {string} label
 * @param {(isOn: boolean) => unknown} onchange
 * @param {string} [hint]
 * @returns {{ element: HTMLElement, show: (isOn: boolean) => void }}
 */
export function toggle(label, onchange, hint) {
  const [labelId, hintId] = [newId('label'), newId('hint')];
  const names = { 'aria-labelledby': labelId, 'aria-describedby': hint ? hintId : null };
  const box = input({ type: 'checkbox', role: 'switch', class: 'switch', onchange: () => onchange(box.checked), ...names });
  const words = h('span', {}, h('span', { id: labelId }, label), hint && h('span', { class: 'hint', id: hintId }, hint));
  return { element: h('label', { class: 'toggle' }, words, box), show: isOn => { box.checked = isOn; } };
}

/**
 * A form that submits once at a time, and shows errors in itself.
 * @param {Record<string, unknown>} attributes
 * @param {() => Promise<unknown>} submit
 * @param {...(import('../core/dom.js').Child | import('../core/dom.js').Child[])} children
 * @returns {HTMLFormElement}
 */
export function form(attributes, submit, ...children) {
  const problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  const element = /** @type {HTMLFormElement} */ (h('form', { class: 'form', ...attributes }, ...children, problem));
  element.addEventListener('submit', async event => {
    event.preventDefault();
    if (element.ariaBusy === 'true') {
      return;
    }
    element.ariaBusy = 'true';
    problem.hidden = true;
    try {
      await submit();
    } catch (error) {
      problem.textContent = error instanceof Error ? error.message : String(error);
      problem.hidden = false;
    } finally {
      element.ariaBusy = 'false';
    }
  });
  return element;
}
