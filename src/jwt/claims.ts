import { numericDate } from './dates.ts';

type Json = Readonly<Record<string, unknown>>;

const MAX_WORD = 40;
/** Roles that open everything where they are honoured: Supabase's and PostgREST's service role, and the words for "root". */
const POWERFUL_ROLES: ReadonlySet<string> = new Set([
  'service_role', 'supabase_admin', 'admin', 'administrator', 'superadmin', 'super_admin', 'superuser', 'root', 'owner', 'system',
]); // prettier-ignore
const ROLE_CLAIMS = [
  'role',
  'roles',
  'groups',
  'authorities',
  'permissions',
  'scope',
  'scopes',
  'scp',
] as const;
const ADMIN_FLAGS = ['admin', 'isAdmin', 'is_admin', 'superuser', 'isSuperuser'] as const;

/**
 * Say in words what a token opens: issuer, audience, what kind of subject, roles that matter, and until when.
 * Nothing of the token itself is repeated but short names, made harmless for terminals and reports.
 */
export function describeToken(header: Json, claims: Json | null, now: Date): string {
  if (claims === null) return 'encrypted (JWE)';
  const parts = [issued(claims), subject(claims), powers(claims), lifetime(claims, now)].filter(
    (part) => part !== null,
  );
  if (isUnsigned(header)) parts.unshift('unsigned (alg none)');
  return parts.join(', ');
}

/** The roles of a token that open more than an ordinary user has, as the token spells them. */
export function powerfulRoles(claims: Json): readonly string[] {
  const found = new Set<string>();
  for (const claim of ROLE_CLAIMS) {
    for (const role of wordsOf(claims[claim]))
      if (POWERFUL_ROLES.has(role.toLowerCase().replace(/^role_/, ''))) found.add(role);
  }
  for (const flag of ADMIN_FLAGS) if (claims[flag] === true) found.add('admin');
  const realm = claims['realm_access'];
  if (isObject(realm))
    for (const role of wordsOf(realm['roles'])) if (POWERFUL_ROLES.has(role.toLowerCase())) found.add(role);
  return [...found].slice(0, 3);
}

/** When a token ends: a date, or null for never or unreadable. */
export function expiryOf(claims: Json): Date | null {
  return numericDate(claims['exp']);
}

function issued(claims: Json): string | null {
  const issuer = shorten(claims['iss']);
  const audience = shorten(Array.isArray(claims['aud']) ? claims['aud'][0] : claims['aud']);
  if (issuer === null) return audience === null ? null : `for ${audience}`;
  return audience === null ? `issued by ${issuer}` : `issued by ${issuer} for ${audience}`;
}

/** What a subject looks like; the first that fits counts. */
const SUBJECT_KINDS: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [/^[^\s@]{1,64}@[^\s@]{1,190}\.iam\.gserviceaccount\.com$/, 'a service account'],
  [/@clients$/, 'a service account'],
  [/^system:serviceaccount:/, 'a Kubernetes service account'],
  [/^(?:spiffe|arn):/, 'a service'],
  [/^[^\s@]{1,64}@[^\s@]{1,190}$/, 'a user (e-mail address)'],
  [/^[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}$/i, 'a user (UUID)'],
  [/^[\da-f]{24}$/i, 'a user (MongoDB id)'],
  [/^\d{1,19}$/, 'a user (number)'],
  [/^https?:/, 'a user (URL)'],
  [/^[\w-]{1,30}\|/, 'a user (of another identity provider)'],
  [/^anon(?:ymous)?$/i, 'an anonymous user'],
];
/** Where people keep the subject besides `sub` (RFC 7519 section 4.1.2). */
const SUBJECT_CLAIMS = ['sub', 'user_id', 'userId', 'uid', 'id', '_id', 'email', 'username'] as const;

/** What kind of subject the token speaks for, and nothing of who it is. */
export function subjectKind(claims: Json): string | null {
  const claim = SUBJECT_CLAIMS.find((name) => ['string', 'number'].includes(typeof claims[name]));
  if (claim === undefined) return null;
  const text = String(claims[claim]).slice(0, 300);
  // The client credentials grant puts the client where a user would be: RFC 9068 section 2.2.
  if (claims['gty'] === 'client-credentials' || text === claims['client_id'] || text === claims['azp'])
    return 'a service account';
  return SUBJECT_KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'a user (name)';
}

function subject(claims: Json): string | null {
  const kind = subjectKind(claims);
  return kind && `of ${kind}`;
}

function powers(claims: Json): string | null {
  const roles = powerfulRoles(claims).map((role) => shorten(role) ?? '');
  return roles.length === 0 ? null : `with role ${roles.join(' and ')}`;
}

function lifetime(claims: Json, now: Date): string {
  if (claims['exp'] === undefined || claims['exp'] === null) return 'never expires';
  const expiry = expiryOf(claims);
  if (expiry === null) return 'with an unreadable expiry';
  const day = dayOf(expiry);
  return expiry.getTime() <= now.getTime() ? `expired since ${day}` : `valid until ${day}`;
}

function dayOf(date: Date): string {
  return date.toISOString().split('T', 1)[0]!;
}

function isUnsigned(header: Json): boolean {
  return typeof header['alg'] === 'string' && header['alg'].toLowerCase() === 'none';
}

/** A short printable name: no control or direction characters, no spaces, at most forty characters. */
function shorten(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const clean = value
    .slice(0, 400)
    .replace(/[^\p{L}\p{N}:/._@-]+/gu, ' ')
    .trim();
  if (clean === '' || looksLikeToken(clean)) return null;
  const chars = [...clean];
  return chars.length > MAX_WORD ? `${chars.slice(0, MAX_WORD - 1).join('')}…` : clean;
}

function looksLikeToken(text: string): boolean {
  return /eyJ[\w-]{8}/.test(text);
}

function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.slice(0, 2000).split(/[\s,]/);
  if (!Array.isArray(value)) return [];
  return value.slice(0, 200).flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    return isObject(item) && typeof item['name'] === 'string' ? [item['name']] : [];
  });
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
