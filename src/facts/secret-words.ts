/**
 * The vocabulary of `secret-names.ts`: what single words of a variable name say. All entries are lower case, without accents.
 * A word is looked up first with its digits (`s3`, `oauth2`), then without them.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Say by themselves that the name is about JSON Web Tokens. */
export const JWT_WORDS: ReadonlySet<string> = words(`
  jwt jwts jws jwe jsonwebtoken jsonwebtokens jose hs256 hs384 hs512 gotrue pgrst`);

/** Tokens and sign-in: with a secret behind them they are mostly about JWT. */
export const TOKEN_WORDS: ReadonlySet<string> = words(`
  token tokens accesstoken refreshtoken access refresh bearer auth authentication authenticate authorization nextauth authjs
  authoptions idtoken payloadcms payload`);

/** Nouns for a secret, in the languages that repositories are written in. */
export const SECRET_NOUNS: ReadonlySet<string> = words(`
  secret secrets secretkey secretkeys secreto secreta segredo segreto secrete geheim geheimnis hemlighet hemmelighed
  hemmelig sekret sekretny tajemnica tajne tajni rahasia gizli salaisuus titok passphrase
  секрет секретный 密钥 密鑰 秘钥 秘鑰 私钥 签名密钥 秘密鍵 秘密 비밀키 시크릿 סוד`);

/** Nouns for a key. Many keys are no secrets at all, so they need a word beside them. */
export const KEY_NOUNS: ReadonlySet<string> = words(`
  key keys clave chave cle clef schluessel schlussel sleutel chiave nyckel nokkel nogle klucz anahtar anahtari kunci
  kluch avain kulcs klic cheie ключ`);

/** In front of a key noun they make a secret key out of it. */
export const KEY_ADJECTIVES: ReadonlySet<string> = words(`
  secret private priv privada privado privee signing sign signature signer app application auth authentication token hmac
  master shared symmetric security secure server site secreta secreto segreda geheim geheime gizli main hash`);

/** Names that spell a library's own option for the secret, or that of a product whose tokens it signs. */
export const JWT_PHRASES: readonly (readonly string[])[] = [
  ['secret', 'or', 'key'],
  ['secret', 'or', 'private', 'key'],
  ['secret', 'or', 'public', 'key'],
  ['issuer', 'signing', 'key'],
  ['livekit', 'api', 'secret'],
  ['livekit', 'secret'],
];

/** Ways in which a client shows who it is, OpenID Connect Core section 9: names of methods, not of secrets. */
export const CLIENT_METHODS: readonly (readonly string[])[] = [
  ['client', 'secret', 'jwt'],
  ['private', 'key', 'jwt'],
];

/** Uses of a secret that are not the signing of tokens. Beat `token` and `auth`, but not `jwt`, in the same name. */
export const OTHER_PURPOSES: ReadonlySet<string> = words(`
  client clients oauth oauth1 oauth2 oidc openid saml sso consumer csrf xsrf webhook webhooks hook hooks
  encryption encrypt encrypted decrypt decryption cipher crypto crypt aes aes128 aes256 kek dek fernet rc4 xor des
  totp hotp otp mfa 2fa twofactor authenticator backup recovery
  salt salts hash hashing hashids bcrypt argon2 argon scrypt pepper nonce iv checksum
  recaptcha captcha hcaptcha turnstile vapid push fcm apns
  db database postgres postgresql pg mysql mariadb mongo mongodb sqlite mssql redis memcached rabbitmq amqp kafka elastic
  elasticsearch ldap smtp imap mail mailer email emails sms ftp sftp ssh ssl tls https gpg pgp x509 cert certificate
  license licence wallet mnemonic ethereum eth bitcoin solana blockchain contract deployer deploy
  storage bucket upload cdn image images video signedurl presigned download
  cron scheduler revalidate revalidation preview draft health metrics internalapi utils`);

/** Weaker than the purposes above: a name with `token` beside them may still be about JWT. */
export const SESSION_WORDS: ReadonlySet<string> = words(`
  cookie cookies session sessions sess csrftoken remember iron better`);

/** Products and services that hand out secrets of their own. */
export const VENDORS: ReadonlySet<string> = words(`
  google github gitlab bitbucket facebook fb meta instagram whatsapp twitter x linkedin discord slack telegram twitch
  apple microsoft azure azuread msal yahoo spotify reddit tiktok kakao naver line wechat weixin wecom weibo qq dingtalk
  feishu lark alipay baidu tencent aliyun alibaba xiaomi amazon cognito aws s3 obs huawei ses sns sqs iam r2 gcp gcs
  firebase cloudflare cloudinary cloudfront digitalocean linode heroku vercel netlify fly railway minio oss cos qiniu
  upyun backblaze wasabi imagekit uploadthing mux stripe paypal razorpay braintree adyen square klarna mollie paystack
  flutterwave lemonsqueezy paddle mercadopago plaid coinbase binance twilio vonage nexmo plivo sendgrid mailgun mailchimp
  mailjet mailtrap postmark resend sparkpost brevo auth0 okta clerk keycloak workos stytch zitadel fusionauth onelogin
  kinde logto descope propelauth sentry datadog newrelic segment mixpanel amplitude posthog algolia meilisearch typesense
  openai anthropic gemini huggingface replicate cohere pinecone pusher ably shopify hubspot salesforce zendesk intercom
  jira atlassian notion figma linear asana trello airtable dropbox box zoom calendly contentful sanity storyblok
  mapbox steam epic battlenet patreon strava fitbit garmin yandex vk mailru npm docker dockerhub sonar codecov circleci
  jenkins pypi sap oracle ibm snowflake databricks kook`);

/** Behind the noun they say that the value only talks about a secret, or is another thing than a secret. */
export const ABOUT_WORDS: ReadonlySet<string> = words(`
  length len size min max minimum maximum bits name names file files filename filepath path paths dir directory folder
  arn alias aliases url uri link href endpoint location ref reference pointer source provider providers manager store resolver getter
  callback fn func function factory handler service strategy mode type types kind format encoding algorithm algorithms alg algo
  expires expire expired expiry expiration exp ttl lifetime age maxage duration timeout time minutes hours days seconds
  ms min required optional enabled disabled exists present missing invalid valid set isset configured
  error errors err message messages msg warning label labels placeholder title hint help description desc text tooltip
  header headers field fields column param params parameter query input form prop props attribute attr
  env envs variable variables var vars id ids kid uuid keyid version versions rotation rotate rotated rotating grace period
  regex pattern schema validator validation rule rules policy prefix suffix count total index list status state
  fingerprint thumbprint checksum sum digest hint masked redacted generator generated generate strength entropy
  permission permissions privilege privileges policy policies scope scopes role roles grant grants action actions
  usage purpose issuer audience date at command cmd template tpl page`);

/** In front of the noun they make a verb or a statement out of the name. */
export const TALK_WORDS: ReadonlySet<string> = words(`
  get set has is are was no not missing invalid validate validates check checks ensure assert generate generates create
  make load read fetch find resolve rotate rotates migrate migrates use uses using require requires required enable enabled disable disabled
  err error errors warn warning unset bad weak min max show hide toggle mask redact print log update delete remove from
  with without when if can should must forbidden insecure disallow disallowed denied banned blocked`);

/** Before `key` they make a look-up key or an identifier of it. */
export const KEY_SPOILERS: ReadonlySet<string> = words(`
  public pub storage localstorage cache header cookie cookies session query search metadata meta context state config
  setting settings reflector provider injection inject di map primary foreign unique index sort partition row column field
  translation i18n label locale react item object json param request response property event hot api license idempotency
  group route routing i redis message error claim payload user data file name api`);

/** Parents under which values are texts about things, not the things. */
export const TEXT_PARENTS: ReadonlySet<string> = words(`
  error errors message messages label labels placeholder placeholders translation translations i18n locale locales help
  hints tooltips description descriptions docs`);

/** Parents above which names belong to somebody else: a service, a manifest. */
export const BOUNDARIES: ReadonlySet<string> = words(`
  environment environments env envs stringdata data variables vars args environmentvariables secretenv envvars with container
  containers spec services`);

/** Last segments that add nothing to the name above them. */
export const NEUTRAL_SEGMENTS: ReadonlySet<string> = words(`
  value values default defaultvalue current initial plain plaintext literal string const raw text content data
  production prod staging stage stg development dev develop test testing local qa uat preview sandbox ci`);

/** Words of lower-case compounds (`jwtsecretkey`) that stand in no other table. */
export const FILLER_WORDS: ReadonlySet<string> = words(`
  json web or my the your our new old prev previous next test dev prod production staging development local default admin
  user users customer api backend frontend server super top app public`);
