const maxLabelLetters = 40;
// Tibetan and pointed Hebrew need four on a letter; stacks of dozens are drawn over the lines around.
const maxMarks = 4;

// Drawn as a space, whatever their category: Hangul fillers, the empty Braille cell, the Khitan filler, the null notehead.
const blanks = /[\s\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}\u{16FE4}\u{1D159}]+/gu;
// Controls, what turns the direction of text, joiners, tags and other format characters, private use, half characters.
const invisible =
  /(?![\u{FE0E}\u{FE0F}])[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u{FFFC}]/gu;
// Only an emoji looks different with a variation selector.
const strayVariation = /(?<![\p{Extended_Pictographic}\d#*])[\u{FE0E}\u{FE0F}]/gu;
const strayMarks = /(?<=^|\s)\p{M}+/gu;
const tooManyMarks = new RegExp(`(\\p{M}{${maxMarks}})\\p{M}+`, 'gu');
// Bringing accents into their order takes time in proportion to the square of their number (seen 2026-11).
const endlessMarks = new RegExp(`(\\p{M}{${4 * maxMarks}})\\p{M}+`, 'gu');
const needsCleaning = /[^ -~]| {2}|^ | $/;

/** A text as a line can show it: nothing invisible, no control of direction, NFC, single spaces, bounded stacks of accents. */
export function cleanText(text: string): string {
  if (!needsCleaning.test(text)) return text;
  const visible = text
    .replace(/\u{FEFF}/gu, '')
    .replace(blanks, ' ')
    .replace(invisible, '');
  return visible
    .replace(strayVariation, '')
    .replace(endlessMarks, '$1')
    .normalize('NFC')
    .replace(/ +/g, ' ')
    .replace(strayMarks, '')
    .replace(tooManyMarks, '$1')
    .replace(/ +/g, ' ')
    .trim();
}

/** The label of a feed: its name cleaned, with a visible letter or digit, at most 40 characters; else the fallback, cleaned too. */
export function cleanLabel(text: string, fallback: string): string {
  return [text, fallback].map(shortened).find(hasLetter) ?? 'Feed without a name';
}

function shortened(text: string): string {
  const letters = [...cleanText(text)];
  if (letters.length <= maxLabelLetters) return letters.join('');
  return `${cleanText(letters.slice(0, maxLabelLetters - 1).join(''))}…`;
}

function hasLetter(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** Whether people would take one label for the other: case, spaces, punctuation, accents, widths and look-alike letters do not count. */
export function isSameLabel(a: string, b: string): boolean {
  return labelKey(a) === labelKey(b);
}

/** The form in which labels are compared. */
function labelKey(label: string): string {
  const folded = cleanText(label.normalize('NFKC')).toUpperCase().toLowerCase().normalize('NFKD');
  const key = [...folded]
    .filter(hasLetter)
    .map((letter) => latin.get(letter) ?? letter)
    .join('');
  return key.replaceAll('rn', 'm').replaceAll('vv', 'w');
}

// After the confusables of Unicode Technical Standard 39: the letters that are drawn like a Latin one, in lower case.
const lookAlikes: Record<string, string> = {
  a: 'аαᴀɑꭺ',
  b: 'ьвβʙᏼꮟƅ',
  c: 'сϲᴄꮯ',
  d: 'ԁᴅꭰɗ',
  e: 'еεᴇꭼє',
  f: 'ꜰƒϝ',
  g: 'ɡԍɢꮐց',
  h: 'һнηʜꮋհ',
  j: 'јᴊꭻϳ',
  k: 'кκᴋꮶ',
  l: '1iıіιɩӏʟꮮɪןӀ|',
  m: 'мμᴍꮇ',
  n: 'пɴոν',
  o: '0оοσᴏօ',
  p: 'рρᴘꮲ',
  q: 'ԛգ',
  r: 'гʀꭱꮢ',
  s: 'ѕꜱꮪ',
  t: 'тτᴛꭲ',
  u: 'υᴜսц',
  v: 'ѵᴠꮩ',
  w: 'ѡԝᴡꮃω',
  x: 'хχ',
  y: 'уүγʏ',
  z: 'ᴢꮓζ',
};
const latin = new Map(
  Object.entries(lookAlikes).flatMap(([letter, others]) => [...others].map((other) => [other, letter])),
);
