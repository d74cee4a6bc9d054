/** The forms in which configuration files and code say that a secret is kept elsewhere. */

export interface ReferenceForm {
  /** Completes the sentence "a reference to …". */
  readonly to: string;
  readonly patterns: readonly RegExp[];
  /** A quoted string of this form in code is the key itself: nothing evaluates it. */
  readonly configOnly?: boolean;
}

/** The first form that fits counts. */
export const FORMS: readonly ReferenceForm[] = [
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
    patterns: [/^projects\/[^/\s]+\/(?:secrets|locations)\/[\w./-]+$/, /^(?:gcp-?(?:sm|secretmanager|secrets)|sm|berglas|gs):\/\/\S+$/i],
  },
  {
    to: 'Azure Key Vault',
    patterns: [
      /^@Microsoft\.KeyVault\([^)]+\)$/,
      /^(?:akvs?|keyvault|azurekeyvault|azurekms):[\w./@:-]+$/i,
      /^https:\/\/[\w-]+\.vault\.azure\.net\/\S*$/i,
    ],
  },
  { to: 'keys of a store', configOnly: true, patterns: [/^[a-z][\w.-]{0,60}(?::[\w.-]{1,60}){0,5}:{1,2}$/i] },
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
      /^(?:[\w.-]+\/)*[\w.-]+\.(?:pem|jks|p12|pfx|pub|key|crt|cer|der|keystore|truststore|txt|json|ya?ml|toml|ini|conf|cfg|properties|xml|enc|asc|gpg)$/,
      /^(?:\.{0,2}\/)?(?:[\w.-]+\/)+[\w.-]+\.(?:[cm]?[jt]sx?|py|rb|php|go|sh|ps1)$/,
      /^\$[A-Z_][A-Z\d_]*(?:\/[\w.@-]+)+$/,
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
      /^\$(?:argon2\w*|pbkdf2[\w-]*|scrypt|bcrypt-sha256|gy|[y1567]|apr1)(?:\$[\w=,./+-]+){2,4}$/,
      /^(?:pbkdf2_sha\d+|bcrypt_sha256|argon2|scrypt)(?:\$[\w=,./+-]+){2,5}$/,
      /^sha(?:1|256|512):[\da-f]{8,}:[\da-f]{32,}$/,
    ],
  },
  { to: 'an address', patterns: [/^[a-z][\w+.-]{1,20}:\/\/\S+$/i, /^urn:[a-z\d-]+:[\w:./-]+$/] },
]; // prettier-ignore

/** A reference somewhere inside a longer value. */
export const INSIDE: readonly RegExp[] = [
  /\$\{\{[^{}]*\}\}/,
  /\$\{[A-Z_][\w.:/ ()[\]'-]*\}/i,
  /\{\{-?\s*[\w.$"'(][\w.$"' ()|,/-]*\}\}/,
  /<%[=-]?\s*[\w.@][^%]*%>/,
  /\$\([a-z][^()]*\)/i,
];
