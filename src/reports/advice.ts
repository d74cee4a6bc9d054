/** What people are told about the findings of a rule, in every format. */
export interface Advice {
  /** Names the problem, as a headline. */
  readonly title: string;
  /** What an attacker gains, in one sentence. */
  readonly why: string;
  /** What to do, in one sentence that a tired developer can act on. `{{alg}}` is the algorithm of the tokens. */
  readonly fix: string;
}

/** By rule. The order is that of the steps, where one secret has several problems. */
export const ADVICE: Readonly<Record<string, Advice>> = {
  'no-hardcoded-secret': {
    title: 'JWT secret in the code',
    why: 'Everyone who can read the code, now or later, can sign in as any user.',
    fix: 'Move the secret out of the code, read it from the environment, and rotate it: it stays in the history.',
  },
  'no-committed-secret': {
    title: 'JWT secret in a committed file',
    why: 'Everyone who can read the repository, or ever could, can sign in as any user.',
    fix: 'Rotate the secret, keep the new one in a secret store, and let git ignore the file.',
  },
  'no-fallback-secret': {
    title: 'Default behind a JWT secret',
    why: 'Where the variable is missing, the service runs on a secret that stands in the repository, and nobody notices.',
    fix: 'Drop the default and fail at the start when the secret is missing.',
  },
  'no-weak-secret': {
    title: 'Weak JWT secret',
    why: 'Who has one token can find the secret by trying, offline and unseen, and then sign in as any user.',
    fix: 'Replace it with a random one: npx jwt-secrets generate --alg {{alg}}',
  },
  'no-shared-secret': {
    title: 'JWT secret shared between environments',
    why: 'A token from the weakest of the environments is valid in all of them.',
    fix: 'Give each environment a secret of its own: npx jwt-secrets generate --alg {{alg}}',
  },
  'prefer-secret-manager': {
    title: 'Deployed JWT secret outside a secret manager',
    why: 'Nobody can say who has read the secret, and rotating it means editing files on every machine.',
    fix: 'Keep the secret in a secret manager, and let the platform hand it to the service when it starts.',
  },
  'no-private-key': {
    title: 'Private key in the repository',
    why: 'Everyone who can read the repository can sign tokens with the key.',
    fix: 'Replace the key, keep the new one in a secret store, and remove this one.',
  },
  'no-leaked-token': {
    title: 'Token in the repository',
    why: 'A token is a password: who reads it can use it until it expires, or for ever.',
    fix: 'Revoke the token, rotate the secret that signs it, and use a made-up one in examples.',
  },
  'no-none-algorithm': {
    title: 'Unsigned tokens get through',
    why: 'Without a signature, anyone can write a token for any user.',
    fix: 'Accept signed tokens only: drop `none`, and give the key that signs.',
  },
  'require-algorithms': {
    title: 'Verification without pinned algorithms',
    why: 'A verifier that takes the algorithm from the token lets the attacker choose it.',
    fix: "Name the algorithms that you sign with, for example { algorithms: ['{{alg}}'] }.",
  },
  'no-client-exposed-secret': {
    title: 'JWT secret in the code of a browser',
    why: 'Everybody who opens the page has the secret and can sign in as any user.',
    fix: 'Keep the secret on the server, under a name without a public prefix, and rotate it: it was published.',
  },
  'no-secret-logging': {
    title: 'Secret or token in a log',
    why: 'Logs are copied and kept: whoever reads one can use what stands in it.',
    fix: 'Log that there was a token, or its last characters; rotate a secret that was logged.',
  },
  'no-algorithm-confusion': {
    title: 'Two kinds of keys for one verification',
    why: 'A key that everybody knows, or that the token brings along, then works as the secret.',
    fix: 'Accept one family of algorithms, with a key that you chose yourself.',
  },
  'no-unverified-decode': {
    title: 'Unverified claims decide',
    why: 'Anyone can write a token that says they are somebody else.',
    fix: 'Verify the token before you act on what it says.',
  },
  'no-ignored-expiration': {
    title: 'Expired tokens pass',
    why: 'A stolen token works long after its time.',
    fix: 'Let the library check the time; use a refresh token where a session has to last.',
  },
  'require-expiration': {
    title: 'Tokens that never expire',
    why: 'Who once gets hold of a token can use it for ever.',
    fix: 'Give every token an end: minutes for access, days for refresh.',
  },
  'no-unchecked-secret': {
    title: 'A secret that may be missing',
    why: 'Where the variable is not set, the service goes on with a key that everybody has.',
    fix: 'Stop the program at the start when the secret is missing.',
  },
};

const ORDER = Object.keys(ADVICE);

/** What to do about the findings of some rules, step by step; the same step once. */
export function stepsFor(rules: Iterable<string>, algorithm = 'HS256'): string[] {
  const known = [...new Set(rules)].filter((rule) => rule in ADVICE);
  const steps = known
    .sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))
    .map((rule) => ADVICE[rule]!.fix.replace('{{alg}}', algorithm));
  // "A secret of its own" says all that "a random one" says.
  const isShared = known.includes('no-shared-secret');
  return isShared ? steps.filter((step) => !step.startsWith('Replace it with a random one')) : steps;
}
