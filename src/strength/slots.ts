/** Marks where a secret should go that nobody takes for one, and that would not run as they stand. */

const BRACKETED: readonly RegExp[] = [
  /^<+[A-Z0-9\u0080-\uffff][^<>]*>+$/i,
  /^\[\[?[A-Z0-9\u0080-\uffff][^[\]]*\]\]?$/i,
  /^\{\{?[A-Z][\w .-]*\}\}?$/i,
  /^\([A-Z][^()]*\)$/i,
  /^«[^»]*»$/,
];

const OPENING = /^[<[({«]+/;
const CLOSING = /[>\])}»]{1,100}$/;

/** Rows of one sign, and rows of `x` in groups. */
const FILLING = /^(?:[*.\-_#?•●·…=~+]+|x+(?:[-_. ]x+)*|\*+(?:[-_. ]\*+)*)$/i;
/** The same behind the prefix that the keys of a service have: `sk-xxxx`, `whsec_***`, `sk-ant-...`. */
const FILLING_AFTER_PREFIX = /^(?:[a-z\d]{1,5}[-_.]){1,3}(?:x{3,}(?:[-_]x+)*|\*{3,}|\.{3}|…)$/i;
/** A value that is cut short. Words before or after the dots are a remark, and a remark runs as it stands. */
const CUT_SHORT = /^(?=.*\d)(?:eyJ[\w+/=.-]*|(?![\w+/=.-]*[a-z]{4})[\w+/=.-]+)(?:\.{3}|…)[\w+/=]*$/i;
const SAYS_NOTHING =
  /^(?:null|none|nil|undefined|true|false|tbd|n\/?a|empty|unset|string|str|auto|generate|optional|required|(?:\/\/ ?|# ?)?(?:todo|fixme)(?:[:(! ].*)?)$/i;

const NAME =
  /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:SECRET|KEY|TOKEN|PASSWORD|PASSPHRASE|CREDENTIALS?)(?:_(?:BASE|BASE64|JSON|FILE))?$/;
/** Names begin with what the secret is for; these begin a remark, and a remark runs as it stands. */
const REMARK =
  /^(?:YOUR|MY|OUR|CHANGE|REPLACE|THIS|THE|A|AN|ANY|SOME|SUPER|TOP|VERY|TEST|TESTING|DEV|DEFAULT|EXAMPLE|SAMPLE|DUMMY|FAKE|RANDOM|STRONG|SECURE|INSECURE|UNSAFE|LONG|PUT|INSERT|ADD|ENTER|USE|SET|NOT|GENERATE|LOCAL|TEMP|DEMO)_/;

const LONGEST_SLOT = 200;

/** Whether `value` is an unfilled slot, or the name of the variable it should be the value of. */
export function isSlot(value: string): boolean {
  if (value.length > LONGEST_SLOT) return FILLING.test(value);
  if (SAYS_NOTHING.test(value) || isFilling(value) || (NAME.test(value) && !REMARK.test(value))) return true;
  if (!OPENING.test(value) || !CLOSING.test(value)) return false;
  const inside = value.replace(OPENING, '').replace(CLOSING, '');
  return FILLING.test(inside) || (BRACKETED.some((pattern) => pattern.test(value)) && readsAsWords(inside));
}

function isFilling(value: string): boolean {
  return FILLING.test(value) || FILLING_AFTER_PREFIX.test(value) || CUT_SHORT.test(value);
}

const LEAST_WORD_SHARE = 0.85;

/** Random characters between brackets are a value; words are a slot. */
function readsAsWords(text: string): boolean {
  const others = text.replace(/[\w\s\u0080-\uffff-]+/g, '').length;
  return others <= (1 - LEAST_WORD_SHARE) * text.length;
}
