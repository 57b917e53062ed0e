import { h, icon } from '../core/dom.js';
import { formatted, webAddress } from './text-format.js';
import { icons } from './icons.js';

/** @type {Record<string, string>} */
const names = { image: 'Picture', video: 'Video', audio: 'Audio', document: 'Document', sticker: 'Sticker' };

/** The types of media, by their JSON names. */
export const mediaTypes = Object.keys(names);

/**
 * The address of a message's media: uploaded media in the emulator, others at their link.
 * @param {any} media `{id}` or `{link}`
 * @returns {string | null}
 */
export function mediaAddress(media) {
  return media?.id !== undefined && media.id !== null && media.id !== ''
    ? `/emulator/media/${encodeURIComponent(String(media.id))}`
    : webAddress(media?.link);
}

/**
 * A picture, a video, audio, a file or a sticker; media that cannot be loaded are replaced by a text that says so. Audio and video have the
 * browser's own controls.
 * @param {string} type
 * @param {any} media
 * @param {() => void} [onplayed] called whenever audio or video begins to play
 * @returns {HTMLElement}
 */
export function mediaPart(type, media, onplayed) {
  const address = mediaAddress(media);
  const name = names[type] ?? 'Media';
  const described = typeof media?.caption === 'string' && media.caption !== '' ? media.caption : name;
  const frame = h('div', { class: `media ${type}` });
  const fail = () => frame.replaceChildren(placeholder(name, media));
  const playing = { src: address, controls: true, preload: 'metadata', onerror: fail, onplay: (/** @type {Event} */ event) => {
    pauseOthers(event.target);
    onplayed?.();
  } };
  if (type === 'document') {
    frame.append(documentPart(media, address));
  } else if (address === null) {
    fail();
  } else if (type === 'video') {
    frame.append(h('video', { ...playing, 'aria-label': described, playsinline: true }));
  } else if (type === 'audio') {
    const label = media.voice === true ? 'Voice message' : name;
    frame.append(media.voice === true ? h('span', { class: 'voice' }, icon(icons.microphone)) : '', h('audio', { ...playing, 'aria-label': label }));
  } else {
    frame.append(h('img', { src: address, alt: described, referrerpolicy: 'no-referrer', onerror: fail }));
  }
  return frame;
}

/** The caption of media. @param {any} media @returns {HTMLElement | null} */
export function captionPart(media) {
  return typeof media?.caption === 'string' && media.caption !== '' ? h('div', { class: 'text' }, ...formatted(media.caption)) : null;
}

/** Two voices at once are understood by nobody. @param {EventTarget | null} playing */
function pauseOthers(playing) {
  for (const other of /** @type {NodeListOf<HTMLMediaElement>} */ (document.querySelectorAll('.media audio, .media video'))) {
    if (other !== playing) {
      other.pause();
    }
  }
}

/** @param {string} name @param {any} media */
function placeholder(name, media) {
  const source = media?.id ?? media?.link;
  return h('div', { class: 'media-missing' }, icon(icons.picture),
    h('span', {}, `${name} cannot be ${name === 'Audio' || name === 'Video' ? 'played' : 'shown'}`), source === undefined ? null : h('small', {}, String(source).slice(0, 200)));
}

/** @param {any} media @param {string | null} address */
function documentPart(media, address) {
  const fileName = String(media?.filename ?? 'Document');
  const ending = /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toUpperCase();
  const words = [icon(icons.document), h('span', { class: 'document-name' }, fileName), ending ? h('small', {}, ending) : null];
  return address === null
    ? h('div', { class: 'document-link' }, ...words, h('small', {}, 'cannot be opened'))
    : h('a', { class: 'document-link', href: address, target: '_blank', rel: 'noopener noreferrer' }, ...words);
}
