// Makes elements. Whatever text goes in stays text: nothing here turns a string into markup.

/** The element of that id, which index.html has. */
export const byId = id => document.getElementById(id);

/**
 * Makes an element.
 * @param {string} tag
 * @param {object} [properties] Properties of the element; `class`, `role`, `data-…` and `aria-…` are set as attributes.
 * @param {...(Node|string)} children
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name === 'class') made.className = value;
    else if (name === 'role' || name.includes('-')) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children);
  return made;
}

/**
 * A name, with a replacement for each character that would change how the text around it reads: controls of all kinds.
 */
export const plain = name => name.replace(/[^\P{Cc}\n\t]|\p{Bidi_Control}/gu, '\ufffd');

/** Says something in an element, or hides it when there is nothing to say. */
export function say(target, text) {
  if (target.textContent !== text) target.textContent = text;
  target.hidden = !text;
}

/** Copies a text. @returns {Promise<boolean>} Whether the browser lets it. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Runs a function no sooner than the pause after its last call. */
export function debounce(action, millis) {
  let timer;
  return (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), millis);
  };
}

/** Waits, unless a signal ends that. */
export function pause(millis, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, millis);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}
