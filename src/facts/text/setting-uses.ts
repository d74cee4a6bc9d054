import type { HmacAlgorithm } from '../../jwt/algorithms.ts';
import type { KeyUse, SettingUse, Span } from '../model.ts';
import { argumentsAt } from './call-arguments.ts';
import { identifierIn, withoutConversions } from './key-expressions.ts';
import { mayHoldSinks, sinksIn, type Sink } from './sinks.ts';

const SOURCE = /\.(?:py|rb|php|go|java|kt|kts|scala|groovy|cs|vb|fs|rs|ex|exs|swift|dart)$/i;

const MAX_CALLS = 500;

/** `os.getenv("X")`, `ENV['X']`, `config["Jwt:Key"]`, `env("X")`, `_configuration.GetValue<string>("Jwt:Key")`. */
const LOOKUP =
  /(?:env(?:iron)?|ENV|[Cc]onf(?:ig(?:uration)?)?|settings|secrets?|[Pp]ropert(?:y|ies)|viper|[gG]etenv|[gG]etEnv|GetEnvironmentVariable|GetSection|GetValue(?:<\w{1,20}>)?|get|fetch|GetString|getString|getProperty|var)\s{0,3}[([]\s{0,5}@?["']([\w.:-]{1,200})["']/;
/** `settings.SECRET_KEY`, `Config::JWT_KEY`, `cfg.JwtSecret`. */
const MEMBER =
  /^(?:\$this->|self\.|this\.|\$)?[\w()]{0,60}(?:settings|config|conf|cfg|Config|Settings|env|options|constants|Env)[\w()]{0,20}(?:\.|::|->)([A-Za-z_]\w{1,200})/;

/** `Rails.application.secrets.secret_key_base`, `Rails.application.credentials.dig(:jwt, :secret)`. */
const RAILS =
  /\bRails\.application\.(?:(?:secrets|credentials)(?:\.(?:fetch|dig)\(|[.[])[:'"]{0,2}([a-z_]\w{1,100})(?:['"]?,\s{0,5}[:'"]([a-z_]\w{1,100}))?|(secret_key_base)\b)/;

/** Settings that reach the keys of JWT calls in languages we only read as text: one step through a variable of the same file. */
export function findSettingUses(text: string, path: string): SettingUse[] {
  if (!SOURCE.test(path) || !mayHoldSinks(text)) return [];
  const found: SettingUse[] = [...usesOfDjango(text), ...usesOfFlask(text, path)];
  for (const sink of sinksIn(text)) {
    let calls = 0;
    for (const match of text.matchAll(sink.call)) {
      if (++calls > MAX_CALLS) break;
      const from = match.index + match[0].length;
      const key = argumentsAt(text, from, sink.argument + 1)[sink.argument];
      if (key) found.push(...usesOf(text, key, sink, [match.index, from]));
    }
  }
  return found;
}

/** Plugins of Django that sign with its own secret, unless their settings name another. */
const DJANGO_PLUGIN = /['"]rest_framework_(?:simple)?jwt[.'"]/;
const OWN_KEY = /['"](?:SIGNING_KEY|JWT_SECRET_KEY)['"]\s{0,5}:(?!\s{0,5}(?:\w{1,30}\.)?SECRET_KEY\b)/;

function usesOfDjango(text: string): SettingUse[] {
  const plugin = DJANGO_PLUGIN.exec(text);
  if (plugin === null || OWN_KEY.test(text)) return [];
  const span: Span = [plugin.index + 1, plugin.index + plugin[0].length - 1];
  const sink = { library: 'Django REST framework', entry: 'SIGNING_KEY', operation: 'configure' } as const;
  return [{ ...keyUseOf(text, sink, span), source: 'environment', name: 'SECRET_KEY', span }];
}

/** Plugins of Flask do the same: its `SECRET_KEY` is the key where nobody sets `JWT_SECRET_KEY`. */
const FLASK = /\bfrom[ \t]{1,5}flask_jwt(?:_extended|_simple)?[ \t]{1,5}import\b/;
const FLASK_PLUGIN = /(?<![\w.])JWT(?:Manager)?\s{0,3}\(/;
const KEY_OF_FLASK = /(?<![\w.])JWT_SECRET_KEY(?=["']?\]?[ \t]{0,5}=(?!=))/;

function usesOfFlask(text: string, path: string): SettingUse[] {
  if (!path.endsWith('.py')) return [];
  const plugin = FLASK.test(text) ? FLASK_PLUGIN.exec(text) : null;
  const use = (name: string, match: RegExpExecArray): SettingUse => {
    const span: Span = [match.index, match.index + match[0].length];
    return { ...keyUseOf(text, FLASK_SINK, span), source: 'environment', name, span };
  };
  const own = KEY_OF_FLASK.exec(text);
  return [
    ...(own ? [use('JWT_SECRET_KEY', own)] : []),
    ...(plugin ? [{ ...use('SECRET_KEY', plugin), unless: 'JWT_SECRET_KEY' }] : []),
  ];
}

const FLASK_SINK = { library: 'Flask-JWT', entry: 'JWTManager', operation: 'configure' } as const;

function usesOf(text: string, key: Span, sink: Sink, call: Span): SettingUse[] {
  const span = trimmed(text, key);
  const use = keyUseOf(text, sink, call);
  return namesIn(text, text.slice(...span)).map(({ name, source }) => ({ ...use, source, name, span }));
}

/** What a call of another language does with its key. */
export function keyUseOf(
  text: string,
  { library, entry, operation }: Pick<Sink, 'library' | 'entry' | 'operation'>,
  call: Span,
): KeyUse {
  return {
    algorithm: algorithmNear(text, call),
    encoding: 'utf8',
    flow: [{ span: call, message: `reaches the key of \`${entry}\` (${library}) here` }],
    call: { library, entry, operation },
  };
}

function trimmed(text: string, [start, end]: Span): Span {
  const written = text.slice(start, end);
  return [start + written.length - written.trimStart().length, start + written.trimEnd().length];
}

interface SettingName {
  readonly name: string;
  readonly source: SettingUse['source'];
}

function namesIn(text: string, expression: string): SettingName[] {
  const ofRails = settingOfRails(expression);
  if (ofRails !== null) return inRails(ofRails);
  const looked = LOOKUP.exec(expression)?.[1] ?? MEMBER.exec(withoutConversions(expression))?.[1];
  if (looked !== undefined) return bothWays(looked);
  const identifier = identifierIn(expression);
  if (identifier === null) return [];
  const assignment = assignmentOf(text, identifier);
  const assignedOfRails = assignment === undefined ? null : settingOfRails(assignment);
  if (assignedOfRails !== null) return inRails(assignedOfRails);
  const assigned = assignedFrom(text, identifier, assignment);
  if (assigned !== null) return bothWays(assigned);
  return /^[A-Z][A-Z0-9_]{3,}$/.test(identifier) ? [{ name: identifier, source: 'environment' }] : [];
}

function settingOfRails(expression: string): string | null {
  const [, first, second, base] = RAILS.exec(expression) ?? [];
  return base ?? (second === undefined ? (first ?? null) : `${first ?? ''}.${second}`);
}

/** Rails takes `secret_key_base` from a variable of that name too; all others stand in files alone. */
function inRails(name: string): SettingName[] {
  const found: SettingName[] = [{ name, source: 'config' }];
  return name === 'secret_key_base' ? [...found, { name: 'SECRET_KEY_BASE', source: 'environment' }] : found;
}

/** `Jwt:Key` is `Jwt__Key` in the environment and `{ "Jwt": { "Key": … } }` in a file. */
function bothWays(name: string): SettingName[] {
  const dotted = name.replaceAll(/:|__/g, '.');
  return [
    { name, source: 'environment' },
    ...(dotted.includes('.') ? [{ name: dotted, source: 'config' as const }] : []),
  ];
}

function assignmentOf(text: string, identifier: string): string | undefined {
  return new RegExp(
    `(?<![\\w.])${identifier}\\s{0,20}(?::\\s{0,5}[\\w<>&]{1,30}\\s{0,5})?(?::=|=)(?!=)([^\\r\\n]{1,300})`,
  ).exec(text)?.[1];
}

/** `key = os.getenv("X")`, and `@Value("${jwt.secret}") private String key`. */
function assignedFrom(text: string, identifier: string, assignment: string | undefined): string | null {
  const looked =
    assignment === undefined
      ? undefined
      : (LOOKUP.exec(assignment)?.[1] ?? MEMBER.exec(withoutConversions(assignment))?.[1]);
  if (looked !== undefined) return looked;
  const injected = new RegExp(
    `@(?:Value|ConfigProperty)\\([^)\\r\\n]{0,20}["'](?:\\$\\{)?([\\w.-]{1,200})[^\\r\\n)]{0,200}\\)\\s{1,40}(?:[\\w<>]{1,30}\\s{1,5}){0,4}${identifier}\\b`,
  ).exec(text)?.[1];
  return injected ?? null;
}

function algorithmNear(text: string, [, end]: Span): HmacAlgorithm | null {
  const name = /\b(?:HS|HMAC)(256|384|512)\b/.exec(text.slice(Math.max(0, end - 60), end + 200))?.[1];
  return name === undefined ? null : (`HS${name}` as HmacAlgorithm);
}
