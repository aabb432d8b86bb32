// A place in a video, as the fragment of its address names it: "#t=12.5&analysis=faces&appearance=3".

const decimal = /^\d+(\.\d+)?$/;

/** @returns {{millis?: number, analysis?: string, appearance?: number}} What the fragment names. */
export function placeOf(hash) {
  const fragment = new URLSearchParams(hash.slice(1));
  const numberOf = name => decimal.test(fragment.get(name)) ? Number(fragment.get(name)) : undefined;
  const seconds = numberOf('t');
  return {
    millis: seconds === undefined ? undefined : seconds * 1000,
    analysis: fragment.get('analysis') ?? undefined,
    appearance: numberOf('appearance'),
  };
}

/** The fragment that names a place; none for the beginning. */
export function fragmentOf({ millis, analysis, appearance }) {
  const seconds = Math.round(millis) / 1000;
  const fragment = new URLSearchParams(Object.entries({
    t: seconds > 0 || appearance !== undefined ? seconds : undefined, analysis, appearance,
  }).filter(([, value]) => value !== undefined));
  return fragment.size > 0 ? `#${fragment}` : '';
}
