/** Marks where a secret should go that nobody takes for one, and that would not run as they stand. */

const BRACKETED: readonly RegExp[] = [
  /^<+[\p{L}\p{N}][\p{L}\p{N} _.,:;'"()+/&|-]*>+$/u,
  /^\[[\p{L}\p{N}][\p{L}\p{N} _.,:;'()+/|-]*\]$/u,
  /^\{[A-Z][\w .-]*\}$/i,
  /^<[A-Za-z][a-z_-]+$/,
  /^«[^»]*»$/,
];

const FILLING = /^[x*.\-_#?•…]+$/i;
const SAYS_NOTHING =
  /^(?:null|none|nil|undefined|true|false|todo|tbd|fixme|n\/?a|empty|unset|string|str|auto|generate|optional|required|\/\/ ?todo\b.*)$/i;

const NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*_(?:SECRET|KEY|TOKEN)(?:_BASE)?$/;
/** Names begin with what the secret is for; these begin a remark, and a remark runs as it stands. */
const REMARK =
  /^(?:YOUR|MY|OUR|CHANGE|REPLACE|THIS|THE|A|AN|ANY|SOME|SUPER|TOP|VERY|TEST|TESTING|DEV|DEFAULT|EXAMPLE|SAMPLE|DUMMY|FAKE|RANDOM|STRONG|SECURE|INSECURE|UNSAFE|LONG|PUT|INSERT|ADD|ENTER|USE|SET|NOT|GENERATE|LOCAL|TEMP|DEMO)_/;

/** Whether `value` is an unfilled slot, or the name of the variable it should be the value of. */
export function isSlot(value: string): boolean {
  if (value.length > 200) return FILLING.test(value);
  return (
    SAYS_NOTHING.test(value) ||
    FILLING.test(value) ||
    BRACKETED.some((pattern) => pattern.test(value)) ||
    (NAME.test(value) && !REMARK.test(value))
  );
}
