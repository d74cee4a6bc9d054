/** What to do about a finding, by rule: one sentence a tired developer can act on. */
export const ADVICE: Readonly<Record<string, string>> = {
  'no-hardcoded-secret': 'Move the secret out of the code, read it from the environment, and rotate it: it stays in the history.',
  'no-fallback-secret': 'Drop the default and fail at the start when the secret is missing.',
  'no-weak-secret': 'Replace it with a random one: npx jwt-secrets generate --alg HS256',
  'no-committed-secret': 'Rotate the secret, keep the new one in a secret store, and let git ignore the file.',
  'no-shared-secret': 'Give each environment a secret of its own: npx jwt-secrets generate --alg HS256',
  'require-algorithms': "Name the algorithms that you sign with, for example { algorithms: ['HS256'] }.",
  'no-none-algorithm': 'Accept signed tokens only: drop none, and give the key that signs.',
  'no-leaked-token': 'Revoke the token, rotate the secret that signs it, and use a made-up one in examples.',
  'no-private-key': 'Replace the key, keep the new one in a secret store, and remove this one.',
}; // prettier-ignore

/** Rules whose advice comes first when a secret has several problems: what ends most of them at once. */
export const ADVICE_ORDER: readonly string[] = [
  'no-hardcoded-secret',
  'no-committed-secret',
  'no-fallback-secret',
  'no-weak-secret',
  'no-shared-secret',
];
