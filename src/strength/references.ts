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
      /^\$(?:\d|\{\d+\})$/,
      /^\$[A-Z_][A-Z0-9_]*$/,
      /^\$(?:[Jj]wt|[Tt]oken|[Ss]ecret|[Aa]ccess|[Rr]efresh|[Aa]uth|[Aa]pp|[Aa]pi|[Ss]igning)[A-Z_]\w*$/,
      /^\$(?=[a-z_\d]*(?:jwt|key|token|pass|env|conf|auth|salt|var|_secret))[a-z_][a-z0-9_]*$/,
      /^\$\{[A-Z_!?](?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}$/i,
      /^\$\$[A-Z_]\w*$/i,
      /^%[A-Z_]\w*%$/i,
      /^%(?:[a-z]\w*\([\w:., ]+\)|[a-z_]\w*(?:\.\w+)+)%$/i,
      /^\$env:\w+$/i,
      /^\$ENV\{\w+\}$/,
      /^\$_(?:ENV|SERVER)\[['"]?\w+['"]?\]$/,
      /^__ENV\.\w+$/,
      /^\{:system, ?"\w+"\}$/,
    ],
  },
  {
    to: 'the output of a command',
    patterns: [/^\$?\$\(\s*[a-z][\w.:/-]*(?:\s[\s\S]*|\))?$/, /^`[a-z][^`]*`$/],
  },
  {
    to: 'a template value',
    patterns: [
      /^\$\{\{[\s\S]*\}\}$/,
      /^\{\{(?!resolve:)[\s\S]*\}\}$/,
      /^\{%[\s\S]*%\}$/,
      /^<%[^%]+%>$/,
      /^[#%]\{[^}]+\}#?$/,
      /^\(\([\w./:-]+\)\)$/,
      /^\[[a-z]\w*\([^[\]]*\)(?:\.\w+)*\]$/i,
      /^__(?!(?:YOUR|MY|CHANGE|REPLACE|THIS|ENTER|INSERT|PUT|ADD|FILL|SET|TODO)_)[A-Z][A-Z0-9_]+__$/,
      /^@@[\w.]+@@$/,
      /^@(?:[A-Z][A-Z0-9_.]+|\w+\.[\w.]+)@$/,
      /^\[\[-?\s*[.$]?[A-Z_][\w.]*\s*-?\]\]$/i,
      /^\[%[^%]*%\]$/,
      /^\$\[[\w.]+\]$/,
      /^\$\([A-Z_][\w.]*\)$/i,
    ],
  },
  {
    to: 'a value the code reads at run time',
    configOnly: true,
    patterns: [
      /^(?:process\.env|import\.meta\.env|Deno\.env|Bun\.env|os\.environ|Rails\.application)\b[\w.[\]'"()!?, ]*$/,
      /^(?:os\.(?:getenv|Getenv|LookupEnv)|System\.(?:getenv|get_env|getProperty)|std::env|env::var|builtins\.)[\w.:[\]'"(), ]*$/,
      /^(?:ENV\[|ENV\.fetch\(|getenv\(|env\(|config\(|lookup\(|Environment\.GetEnvironmentVariable\()['"\w., ()-]*\]?$/i,
      /^(?:\w+\.)?(?:Configuration|config|settings|env|secrets)\[['"][\w:. -]+['"]\]$/i,
      /^(?:\w+\.){0,3}\w*(?:config|configuration|settings|secrets?|vault|env|environ)(?:Service)?\.(?:get|getOrThrow|getString|getenv|fetch|read|value|require|str|string|bytes|secret)\([\w.:'", -]*\)$/i,
      /^env:[A-Za-z_]\w*$/,
      /^credentials\(['"][\w./ -]+['"]\)$/,
      /^(?!(?:my|your|super|this|the|a|secret|jwt|key)\b|(?:hv)?[sbr]\.)[a-z_$][\w$]*(?:\.[A-Z_$][\w$]*){0,5}\.(?=\w*(?:secret|key|jwt|token|salt|pass|result|value|auth|hex|b64))[A-Z_$][\w$]*(?:\([\w.'", ]*\))?$/i,
      /^(?:var|local|module|data|secrets|env|config|settings|self|this|process|app|keys|constants|auth|security|jwt(?=\.secret)|random_(?:password|id|string|bytes|uuid))(?:\[[\w.'"-]+\])?(?:\.[A-Za-z_$][\w$]*(?:\[[\w.'"-]+\])?){1,5}(?:\([\w.'", ]*\))?$/,
      /^[a-z][a-z\d]*\((?:var|local|module|data|random_\w+)\.[\w.'"[\]-]+\)$/,
    ],
  },
  {
    to: 'a CloudFormation value',
    patterns: [
      /^\{\{resolve:(?:secretsmanager|ssm|ssm-secure):[\s\S]+\}\}$/,
      /^!(?:Ref|Sub|GetAtt|ImportValue|FindInMap|Join|vault|secret|env|env_var|secretsmanager|ssm)\s+\S/i,
    ],
  },
  {
    to: 'AWS',
    patterns: [
      /^arn:aws[\w-]*:(?:secretsmanager|ssm|kms):[\w:/.+=@-]+$/,
      /^(?:aws-?(?:ssm|sm|secretsmanager|kms|secrets)|aws|ssm|awsps|secretsmanager|s3):[\w./:@#-]+$/i,
    ],
  },
  {
    to: 'Google Cloud',
    patterns: [/^projects\/[^/\s]+\/secrets\/[\w./-]+$/, /^(?:gcp-?(?:sm|secretmanager|secrets)|sm|berglas|gs):\/\/\S+$/i],
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
      /^(?:\w{0,8}vault|vals|secretref|secret|openbao|bao):\/\/\S+$/,
      /^secretref:[\w-]+$/i,
      /^\$[a-z]+:\/\/\S+$/i,
      /^\{vault:\/\/[^{}]+\}$/,
      /^credentialsJSON:[\da-f-]{36}$/,
      /^pkcs11:[\w=;%.-]+$/,
      /^@[a-z][a-z\d]*(?:[-_][a-z\d]+)+$/,
      /^ref\+\w+:\/\/\S+$/,
      /^<path:[^>]+>$/,
      /^(?:op|bw):\/\/[^/]+\/[\s\S]+$/,
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
      /^locked:[\da-f]{16,}:\S+$/,
      /^-----BEGIN (?:AGE|PGP) [\s\S]+$/,
      /^age1[0-9a-z]{20,}$/,
      /^vault:v\d+:\S+$/,
      /^v1:[A-Za-z0-9+/]{16}:[A-Za-z0-9+/]{16,}={0,2}$/,
      /^\$encrypted\$$/,
      /^Ag[A-D][A-Za-z0-9+/]{250,}={0,2}$/,
    ],
  },
  {
    to: 'a file',
    patterns: [
      /^(?:file|classpath|resource|path|pem|location):[\w./~${}-]+$/,
      /^(?:~|@|%kernel\.project_dir%|[a-z_.-]+)?\/[\w./@${}-]+\.(?:pem|key|pub|txt|jks|p12|json|priv)$/,
      /^\/(?:run|var|etc|mnt|opt|home|secrets|vault|app|srv|data|keys|usr|root|tmp|Users|workspace|config)\/[\w./-]+$/,
      /^(?:[\w.-]+\/)*[\w.-]+\.(?:pem|jks|p12|pfx|pub|key|crt|cer|der|keystore|truststore|txt|json)$/,
      /^\$[A-Z_]\w*(?:\/[\w.@-]+)+$/,
      /^(?:\/[a-z.][a-z\d_.-]*){2,}(?:\/[A-Z]+(?:_[A-Z\d]+)+)?$/,
      /^%[\w.]+%(?:\/[\w.@%-]+)+$/,
      /^[A-Z]:\\[\w\\./ -]+$/i,
      /^~\/[\w./-]+$/,
      /^(?:vault|secrets)\/[\w./-]*(?:jwt|key|token)[\w./-]*\.\w+$/i,
      /^@\/?\w+(?:\/\w+)+$/,
    ],
  },
  {
    to: 'a password hash',
    patterns: [
      /^\{(?:bcrypt|pbkdf2|scrypt|argon2)\}\S+$/,
      /^\$2[abxy]\$\d\d\$[A-Z0-9./]{1,53}$/i,
      /^\$(?:argon2\w*|pbkdf2[\w-]*|scrypt|bcrypt-sha256|gy|y|[1567]|apr1)(?:\$[\w=,./+-]+){2,4}$/,
      /^(?:pbkdf2_sha\d+|bcrypt_sha256|argon2|scrypt)(?:\$[\w=,./+-]+){2,5}$/,
    ],
  },
  { to: 'an address', patterns: [/^[a-z][\w+.-]{1,20}:\/\/\S+$/i, /^urn:[a-z\d-]+:[\w:./-]+$/] },
]; // prettier-ignore

/** A reference somewhere inside a longer value. */
const INSIDE: readonly RegExp[] = [
  /\$\{\{[^{}]*\}\}/,
  /\$\{[A-Z_][\w.:/ ()[\]'-]*\}/i,
  /\{\{-?\s*[\w.$"'(][\w.$"' ()|,/-]*\}\}/,
  /<%[=-]?\s*[\w.@][^%]*%>/,
  /\$\([a-z][^()]*\)/i,
];

const PEM = /^-----BEGIN [A-Z0-9 ]*(?:KEY|CERTIFICATE|PARAMETERS)/;

/** Without one of these signs, or one of these beginnings, nothing is a reference. */
const MARK = /[$%{}#@`:.([<\\]|^(?:__|!|~?\/|-----BEGIN|Ag[A-D]|age1|projects\/)|\/run\//;

/** References are short; anything longer than an encrypted file in a configuration value is none. */
const LONGEST_REFERENCE = 8192;

/** What `value` refers to, in words, or null where it is a value itself. */
export function referenceTo(value: string, inCode: boolean): string | null {
  if (PEM.test(value)) return 'a PEM key, which is no HMAC secret';
  if (value.length > LONGEST_REFERENCE || !MARK.test(value)) return null;
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

/* ------------------------------------------------------------------ defaults inside references */

/** Defaults in quotes, which cannot be taken for anything else. */
const QUOTED: readonly RegExp[] = [
  // Serverless Framework: ${env:V, 'd'}
  /^\$\{(?:env|opt|self|param|ssm|cf):[^,{}]+,\s*['"]([^'"]+)['"]\}$/,
  // Jinja and Helm: {{ x | default('d') }} {{ x | default "d" }}
  /^\{\{[^{}|]+\|\s*default\s*(?:\(\s*)?["']([^"']+)["'][^{}]*\}\}$/,
  // Go templates: {{ getenv "X" "d" }} {{ envOr "X" "d" }}
  /^\{\{-?\s*(?:getenv|env\w*|keyOrDefault)\s+"[^"{}]+"\s+"([^"{}]+)"[^{}]*\}\}$/,
  // GitHub: ${{ secrets.X || 'd' }}
  /^\$\{\{[^{}|]+\|\|\s*'([^']+)'\s*\}\}$/,
  // ERB: <%= ENV.fetch("X", "d") %> <%= ENV["X"] || "d" %>
  /^<%=[^%]*(?:,|\|\|)\s*["']([^"']+)["']\s*(?:\)\s*)?-?%>$/,
];

const AFTER_OPERATOR: readonly RegExp[] = [
  // shell and compose: ${V:-d} ${V:=d} ${V-d} ${V=d}
  /^\$\{[A-Z_]\w*:[-=]([\s\S]+)\}$/i,
  /^\$\{[A-Z_][A-Z0-9_]*[-=]([\s\S]+)\}$/,
  // Spring and Micronaut: ${a.b-c:d}
  /^\$\{[A-Z_][\w.-]*:(?![-=?+])([\s\S]+)\}$/i,
];

/** Names before the colon that are generators or back ends: what follows is an address or a length, not a default. */
const SCHEME =
  /^\$\{(?:sm|vault|aws|ssm|gcp|azure|doppler|infisical|terraform|output|appsync|file|env|sys|opt|self|param|sls|cf|secrets?|password|base64|hash|hex|uuid|random|jwt|op|cmd|keyvault)[:/](?![-=])/;

/** The default written into a reference, or null. It runs wherever the variable is not set, so it is judged like any other value. */
export function defaultOf(value: string): string | null {
  if (value.length > LONGEST_REFERENCE || !/^(?:\$\{|\{\{|<%)/.test(value)) return null;
  const quoted = firstGroup(QUOTED, value);
  if (quoted !== null) return quoted;
  if (SCHEME.test(value)) return null;
  const found = firstGroup(AFTER_OPERATOR, value);
  return found !== null && isWhole(found) ? found : null;
}

function firstGroup(patterns: readonly RegExp[], value: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(value)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** Not a list or an object, and not the end of one reference and the beginning of the next. */
function isWhole(text: string): boolean {
  if (/^[[{]/.test(text)) return false;
  return !/[{}]/.test(text) || /^\$\{[\s\S]*\}$/.test(text);
}
