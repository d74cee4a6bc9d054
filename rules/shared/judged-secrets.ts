import type { ProblemSecret, RelatedPlace } from '../../src/findings/model.ts';
import type { LinkedFile, Secret } from '../../src/project/model.ts';
import { judge, type Judgement } from '../../src/strength/judge.ts';

/** A value that can run as a secret, with the judgement on its strength. */
export interface JudgedSecret extends Secret {
  readonly judgement: Judgement;
  readonly problemSecret: ProblemSecret;
}

const cache = new WeakMap<LinkedFile, readonly JudgedSecret[]>();

/** The file's secrets that are real values: placeholders, references and constant parts are left out. */
export function judgedSecrets(file: LinkedFile): readonly JudgedSecret[] {
  const known = cache.get(file);
  if (known) return known;
  const judged = file.secrets.flatMap((secret) => judgeSecret(secret, file));
  cache.set(file, judged);
  return judged;
}

function judgeSecret(secret: Secret, file: LinkedFile): JudgedSecret[] {
  if (secret.partial || isToken(secret)) return [];
  const judgement = judge(secret.value, {
    algorithm: secret.algorithm,
    consumer: secret.encoding,
    context: secret.source,
    isGiven: isGiven(secret),
    projectWords: file.projectWords,
    ...(file.knownSecrets && { knownSecrets: file.knownSecrets }),
  });
  const { kind, bits } = judgement;
  if (kind === 'placeholder' || kind === 'reference') return [];
  return [{ ...secret, judgement, problemSecret: { value: secret.value, bits, kind } }];
}

/** A token under a name such as `jwtInvalidSignature` is what a secret signs. */
function isToken({ evidence, value }: Secret): boolean {
  return evidence === 'name' && /^ey[JK][\w-]{10,4000}\.[\w-]{2,8000}\.[\w-]{0,2000}$/.test(value);
}

/** A literal of code, in whatever language, that reaches the key of a call. */
function isGiven({ evidence, source, format }: Secret): boolean {
  return evidence === 'use' && (source === 'code' || format === 'text');
}

/** Secrets of test runs and CI jobs open nothing that lasts, unless a job deploys. */
export function isOfTestRun({ environment }: Secret, path: string): boolean {
  if (environment === 'production' || environment === 'staging') return false;
  return environment === 'test' || /(?:^|\/)\.(?:github|gitlab|circleci|travis)/.test(path);
}

/** The way from the value to the call, for messages and code flows. */
export function flowOf(secret: Secret): readonly RelatedPlace[] {
  return secret.flow;
}

/** `JWT_SECRET` or, without a name, "the JWT secret". */
export function nameOf(secret: Secret): string {
  return secret.name ? `\`${secret.name}\`` : 'the JWT secret';
}

/** How the value is used, as the end of a sentence. */
export function usedBy(secret: Secret): string {
  if (!secret.call)
    return secret.evidence === 'proof' ? 'signs a token of this repository' : 'named as a JWT secret';
  const { library, entry, operation } = secret.call;
  const doing =
    operation === 'sign' ? 'signs tokens' : operation === 'verify' ? 'verifies tokens' : 'is the JWT secret';
  return `${doing} in \`${entry}\` (${library})`;
}

/** An environment variable's name for a value that is to move there. */
export function variableName(name: string | null): string {
  const words = (name ?? '').replace(/([a-z\d])([A-Z])/g, '$1_$2').replace(/[^A-Z\d]+/gi, '_');
  const screaming = words.replace(/^_{1,100}|_{1,100}$/g, '').toUpperCase();
  if (!/^[A-Z][A-Z\d_]*$/.test(screaming)) return 'JWT_SECRET';
  return /JWT|TOKEN|AUTH|SECRET/.test(screaming) && screaming.length > 6 ? screaming : 'JWT_SECRET';
}
