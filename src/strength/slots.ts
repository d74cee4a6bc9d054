/** Marks where a secret should go that nobody takes for one, and that would not run as they stand. */

const BRACKETED: readonly RegExp[] = [
  /^<+[A-Z0-9.'"\u0080-\uffff][^<>]*>+$/i,
  /^\[\[?[A-Z0-9\u0080-\uffff][^[\]]*\]\]?$/i,
  /^\{\{?[A-Z][\w .-]*\}\}?$/i,
  /^\([A-Z][^()]*\)$/i,
  /^«[^»]*»$/,
  /^__[A-Z][A-Z0-9_]+__$/,
];

const OPENING = /^[<[({«_]+/;
const CLOSING = /[>\])}»_]{1,100}$/;

/** Rows of one sign, and rows of `x` in groups. */
const FILLING = /^(?:\{\s{0,9}\}|\[\s{0,9}\]|[*.\-_#?•●·…=~+]+|x+(?:[-_. ]x+)*|\*+(?:[-_. ]\*+)*)$/i;
/** The same behind the prefix that the keys of a service have: `sk-xxxx`, `whsec_***`, `AIzaXXXX`. */
const FILLING_AFTER_PREFIX =
  /^(?!x+[-_.])(?:(?:(?:[a-z\d]{1,6}|[\da-f]{8})[-_.]){1,3}(?:x{3,}(?:[-_]x+)*|\*{3,})|[a-z\d]{1,5}x{4,})$/i;
/** A key of which the middle or an end is covered up. */
const MASKED = /^(?:[\w-]{0,8}[*•●]{4,}[\w-]{0,8}|[a-z\d]{1,8}x{8,}[a-z\d]{1,8})$/i;
const SAYS_NOTHING =
  /^(?:null|none|nil|undefined|true|false|redacted|hidden|masked|censored|tbd|n\/?a|empty|unset|string|str|auto|generate|optional|required|(?:\/\/ ?|# ?)?(?:todo|fixme)(?:[:(! ].*)?)$/i;

const NAME =
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:SECRET|KEY|TOKEN|PASSWORD|PASSPHRASE|CREDENTIALS?)(?:_(?:BASE|BASE64|JSON|FILE))?$/;
/** Names begin with what the secret is for; these begin a remark, and a remark runs as it stands. */
const REMARK =
  /^(?:YOUR|MY|OUR|CHANGE|REPLACE|THIS|THE|A|AN|ANY|SOME|SUPER|TOP|VERY|TEST|TESTING|DEV|DEFAULT|EXAMPLE|SAMPLE|DUMMY|FAKE|RANDOM|STRONG|SECURE|INSECURE|UNSAFE|LONG|PUT|INSERT|ADD|ENTER|USE|SET|NOT|GENERATE|LOCAL|TEMP|DEMO)_/;

/** Quotes and commas that are left of a line which is put together. */
const SIGNS = /^[^\p{L}\p{N}]{1,3}$/u;

const LONGEST_SLOT = 200;

/**
 * Whether `value` is an unfilled slot, or the name of the variable it should be the value of.
 *
 * @param isGiven a call gets the text as it stands, so that a name is no slot
 */
export function isSlot(value: string, isGiven: boolean = false): boolean {
  if (value.length > LONGEST_SLOT) return FILLING.test(value);
  if (SAYS_NOTHING.test(value) || isFilling(value) || SIGNS.test(value)) return true;
  if (!isGiven && NAME.test(value) && !REMARK.test(value)) return true;
  if (!OPENING.test(value) || !CLOSING.test(value)) return false;
  const inside = value.replace(OPENING, '').replace(CLOSING, '');
  return FILLING.test(inside) || (BRACKETED.some((pattern) => pattern.test(value)) && readsAsWords(inside));
}

function isFilling(value: string): boolean {
  return FILLING.test(value) || FILLING_AFTER_PREFIX.test(value) || MASKED.test(value) || isCutShort(value);
}

/** Characters of keys before and after three dots, which are no row of dots. */
const CUT = /^([\w+/=.-]*(?<!\.))(?:\.{3}|…)([\w+/=]*)$/;
const PREFIXES = /^(?:[a-z\d]{1,6}[-_.])+$/i;
const LONGEST_TAIL = 4;
/** `abc...xyz`: the alphabet, not words. */
const ENDS = /^(?:abc|123)\w{0,3}(?:\.{3}|…)(?:\w{0,3}xyz|\w{0,3}789)$/i;

/** Whether `value` is a key that is cut short. Words before or after the dots are a remark, and a remark runs as it stands. */
function isCutShort(value: string): boolean {
  const found = CUT.exec(value);
  if (!found) return false;
  const [, head = '', tail = ''] = found;
  if (head === '') return tail !== '' && tail.length <= LONGEST_TAIL;
  if (PREFIXES.test(head) || head.startsWith('eyJ') || tail.endsWith('=')) return true;
  if (ENDS.test(value)) return true;
  return isPieceOfKey(head, tail) || isOddlyCased(head) || isOddlyCased(tail);
}

/** Digits, and no four letters in a row but for those of a prefix. */
function isPieceOfKey(head: string, tail: string): boolean {
  return (
    /\d/.test(head + tail) &&
    !/[a-z]{4}/i.test(head.replace(/^[a-z]{1,6}[-_]/i, '')) &&
    !/[a-z]{4}/i.test(tail)
  );
}

/** A few letters with capitals where no word has them. */
function isOddlyCased(piece: string): boolean {
  return piece.length <= LONGEST_TAIL && /[a-z][A-Z]|[A-Z]{2}[a-z]/.test(piece);
}

const LEAST_WORD_SHARE = 0.85;

/** Random characters between brackets are a value; words are a slot. */
function readsAsWords(text: string): boolean {
  const others = text.replace(/[\w\s\u0080-\uffff-]+/g, '').length;
  return others <= (1 - LEAST_WORD_SHARE) * text.length;
}
