/** How configuration files and code say that a secret is kept elsewhere. */

interface ReferenceForm {
  /** Completes the sentence "a reference to …". */
  readonly to: string;
  readonly patterns: readonly RegExp[];
  /** A quoted string of this form in code is the key itself: nothing evaluates it. */
  readonly configOnly?: boolean;
}

const FORMS: readonly ReferenceForm[] = [
  {
    to: 'an environment variable',
    patterns: [
      /^\$[A-Z_][A-Z0-9_]*$/,
      /^\$(?=[a-z_\d]*(?:jwt|key|token|pass|env|conf|auth|salt|var|_secret))[a-z_][a-z0-9_]*$/,
      /^\$\{[A-Z_!][^{}]*\}$/i,
      /^\$\$[A-Z_]\w*$/i,
      /^%[A-Z_]\w*%$/i,
      /^%env\([\w:.]+\)%$/,
      /^\$env:\w+$/i,
    ],
  },
  {
    to: 'the output of a command',
    patterns: [/^\$?\$\(\s*[a-z][\w./-]*(?:\s[\s\S]*|\))?$/, /^`[a-z][^`]*`$/],
  },
  {
    to: 'a template value',
    patterns: [
      /^\$\{\{[\s\S]*\}\}$/,
      /^\{\{(?!resolve:)[\s\S]*\}\}$/,
      /^\{%[\s\S]*%\}$/,
      /^<%[^%]+%>$/,
      /^#\{[^}]+\}$/,
      /^#\{[^}]+\}#$/,
      /^__[A-Z][A-Z0-9_]+__$/,
      /^@@[\w.]+@@$/,
      /^@[A-Z][A-Z0-9_.]+@$/,
      /^\$\[[\w.]+\]$/,
      /^\$\([A-Z_][\w.]*\)$/i,
    ],
  },
  {
    to: 'a value the code reads at run time',
    configOnly: true,
    patterns: [
      /^(?:process\.env|import\.meta\.env|Deno\.env|Bun\.env)\b[\w.[\]'"() ]*$/,
      /^(?:os\.(?:environ|getenv)|System\.getenv|System\.get_env|std::env|builtins\.)[\w.:[\]'"(), ]*$/,
      /^(?:ENV\[|getenv\(|env\(|config\(|lookup\(|Environment\.GetEnvironmentVariable\()['"\w., ()-]*\]?$/i,
      /^env:[A-Za-z_]\w*$/,
      /^(?:this\.)?(?:configService|config|settings|app\.config|secrets?|vault)\.(?:get|getOrThrow|fetch|read)\([\w.'", -]*\)$/i,
      /^(?!(?:my|your|super|this|the)\b)[a-z_$][\w$]*(?:\.[A-Z_$][\w$]*){0,5}\.(?=\w*(?:secret|key|jwt|token|salt|pass|result|value|auth))[A-Z_$][\w$]*(?:\([\w.'", ]*\))?$/i,
      /^(?:var|local|module|data|secrets|env|config|settings|self|this|process|app|keys|constants|jwt|auth|security)(?:\.[A-Za-z_$][\w$]*){1,5}(?:\([\w.'", ]*\))?$/,
    ],
  },
  {
    to: 'a CloudFormation value',
    patterns: [
      /^\{\{resolve:(?:secretsmanager|ssm|ssm-secure):[\s\S]+\}\}$/,
      /^!(?:Ref|Sub|GetAtt|ImportValue|vault|secret|env)\s+\S/i,
    ],
  },
  {
    to: 'AWS',
    patterns: [
      /^arn:aws[\w-]*:(?:secretsmanager|ssm|kms):[\w:/.+=@-]+$/,
      /^(?:aws-?(?:ssm|sm|secretsmanager|kms|secrets)|ssm|awsps|secretsmanager):[\w./:@#-]+$/i,
    ],
  },
  {
    to: 'Google Cloud',
    patterns: [/^projects\/[^/\s]+\/secrets\/[\w./-]+$/, /^(?:gcp-?(?:sm|secretmanager|secrets)|sm|berglas):\/\/\S+$/i],
  },
  {
    to: 'Azure Key Vault',
    patterns: [
      /^@Microsoft\.KeyVault\([^)]+\)$/,
      /^(?:akvs?|keyvault|azurekeyvault|azurekms):[\w./@:-]+$/i,
      /^https:\/\/[\w-]+\.vault\.azure\.net\/\S*$/i,
    ],
  },
  {
    to: 'a secret store',
    patterns: [
      /^(?:vault|hcvault|vals|openbao|bao):(?!v\d)(?:\/\/)?[\w-]+[/#][\w./:#?=&-]+$/,
      /^(?:vault|hcvault|vals|secretref|secret|openbao|bao):\/\/\S+$/,
      /^secretref:[\w-]+$/,
      /^ref\+\w+:\/\/\S+$/,
      /^<path:[^>]+>$/,
      /^op:\/\/[^/]+\/[^/]+\/[\s\S]+$/,
      /^(?:doppler|infisical|bws|bitwarden|keeper|akeyless|conjur|cyberark|chamber|gopass|pass|keyring|keychain|credstash|secret-manager):[\w./@:#-]+$/i,
    ],
  },
  {
    to: 'an encrypted value',
    patterns: [
      /^ENC\[[A-Z0-9_]+,[\s\S]+\]$/,
      /^ENC\([^)]+\)$/,
      /^\{(?:cas-)?cipher\}\S+$/,
      /^\$ANSIBLE_VAULT;[\s\S]+$/,
      /^encrypted:\S+$/,
      /^-----BEGIN (?:AGE|PGP) [\s\S]+$/,
      /^age1[0-9a-z]{20,}$/,
      /^vault:v\d+:\S+$/,
      /^Ag[A-D][A-Za-z0-9+/]{250,}={0,2}$/,
    ],
  },
  {
    to: 'a file',
    patterns: [
      /^(?:file|classpath|resource|path|pem|location):[\w./~${}-]+$/,
      /^(?:~|%kernel\.project_dir%|[a-z_.-]+)?\/[\w./@${}-]+\.(?:pem|key|pub|txt|jks|p12|json|priv)$/,
      /^\/(?:run|var|etc|mnt|opt|home|secrets)\/[\w./-]+$/,
      /^[\w.-]+\.(?:pem|jks|p12|pfx|pub|key)$/,
      /^@\/?\w+(?:\/\w+)+$/,
    ],
  },
  { to: 'a password hash', patterns: [/^\{(?:bcrypt|pbkdf2|scrypt|argon2)\}\S+$/, /^\$2[abxy]\$\d\d\$\S+$/, /^\$argon2\S+$/] },
  { to: 'an address', patterns: [/^https?:\/\/\S+$/i] },
]; // prettier-ignore

/** A reference somewhere inside a longer value. */
const INSIDE: readonly RegExp[] = [
  /\$\{[A-Z_][\w.:/ ()[\]'-]*\}/i,
  /\{\{-?\s*[\w.$"'(][\w.$"' ()|,/-]*\}\}/,
  /<%[=-]?\s*[\w.@][^%]*%>/,
  /\$\([a-z][\w ./|-]*\)/i,
];

const PEM = /^-----BEGIN [A-Z0-9 ]*(?:KEY|CERTIFICATE|PARAMETERS)/;

/** Without any punctuation, only a few marks at the beginning make a reference. */
const PLAIN = /^(?!__|Ag|age1)[\w+=-]+$/;

/** References are short; anything longer than an encrypted file in a configuration value is none. */
const LONGEST_REFERENCE = 8192;

/** What `value` refers to, in words, or null where it is a value itself. */
export function referenceTo(value: string, inCode: boolean): string | null {
  if (PEM.test(value)) return 'a PEM key, which is no HMAC secret';
  if (value.length > LONGEST_REFERENCE || PLAIN.test(value)) return null;
  const form = FORMS.find(
    ({ configOnly, patterns }) => !(configOnly && inCode) && patterns.some((pattern) => pattern.test(value)),
  );
  return form ? `a reference to ${form.to}` : null;
}

/** Whether a part of `value` is filled in from elsewhere. */
export function containsReference(value: string): boolean {
  return (
    value.length <= LONGEST_REFERENCE && /[{(%]/.test(value) && INSIDE.some((pattern) => pattern.test(value))
  );
}
