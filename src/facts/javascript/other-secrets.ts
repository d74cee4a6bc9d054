import type { JavaScriptModule } from './module.ts';
import { provenance } from './provenance.ts';
import { unwrap, type CallNode, type Node } from './syntax.ts';
import { traceInside } from './trace/index.ts';

/** A call that takes a secret which is none of JSON Web Tokens. */
interface OtherSecret {
  readonly module: RegExp;
  readonly call: RegExp;
  /** Where the secret stands: the number of the argument, and names inside it. */
  readonly at: readonly string[];
  /** What programs hold that make such a call; absent where the module itself is called. */
  readonly word?: RegExp;
}

const PLUGIN = /^@fastify\/(?:cookie|session|secure-session)$/;

/** Cookies, sessions, OAuth clients, webhooks, one-time passwords and encryption. */
const OTHER_SECRETS: readonly OtherSecret[] = [
  { module: /^cookie-parser$/, call: /^$/, at: ['0', '0.0', '0.1'] },
  { module: /^(?:express-session|koa-session|hono-sessions)$/, call: /^$/, at: ['0.secret', '0.secret.0', '0.secret.1'] },
  { module: /^cookie-session$/, call: /^$/, at: ['0.secret', '0.keys.0', '0.keys.1'] },
  { module: PLUGIN, call: /^$/, at: ['1.secret', '1.key', '1.secret.0'] },
  { module: /^iron-session/, call: /IronSession/, at: ['1.password', '2.password'], word: /IronSession/ },
  { module: /^passport-(?!jwt$)/, call: /Strategy$/, at: ['0.clientSecret', '0.consumerSecret'], word: /clientSecret|consumerSecret/ },
  { module: /^(?:openid-client|simple-oauth2|googleapis|google-auth-library)$/, call: /./, at: ['0.client_secret', '0.client.secret', '0.clientSecret', '1'] },
  { module: /^stripe$/, call: /webhooks\.constructEvent(?:Async)?$/, at: ['2'], word: /constructEvent/ },
  { module: /^(?:svix|standardwebhooks)$/, call: /^Webhook$/, at: ['0'], word: /Webhook/ },
  { module: /^@octokit\/(?:webhooks|app)/, call: /^(?:Webhooks|verify|App|createNodeMiddleware)$/, at: ['0', '0.secret', '0.webhooks.secret'], word: /Webhooks|verify|App|createNodeMiddleware/ },
  { module: /^(?:otplib|speakeasy|otpauth)/, call: /./, at: ['0', '0.secret', '1'] },
  { module: /^(?:node:)?crypto$/, call: /^create(?:Cipheriv|Decipheriv)$/, at: ['1'], word: /create(?:Cipheriv|Decipheriv)/ },
  { module: /^cryptr$|^crypto-js/, call: /(?:^$|AES\.(?:en|de)crypt$)/, at: ['0', '1'], word: /cryptr|AES/ },
  { module: /^(?:csurf|csrf-csrf|tiny-csrf)$/, call: /./, at: ['0', '0.secret'] },
]; // prettier-ignore

/** A specifier as it stands in code. */
function quoted({ module }: OtherSecret): string {
  return module.source.replaceAll(/[\^$]/g, `['"\`]`);
}

const ANY_MODULE = new RegExp(OTHER_SECRETS.map(quoted).join('|'));
const ROWS: readonly { readonly module: RegExp; readonly word: RegExp | undefined }[] = OTHER_SECRETS.map(
  (row) => ({ module: new RegExp(quoted(row)), word: row.word }),
);

/** Whether a text may call a package that takes other secrets. */
export function mayUseOtherSecrets(text: string): boolean {
  if (!ANY_MODULE.test(text)) return false;
  return ROWS.some(({ module, word }) => word?.test(text) !== false && module.test(text));
}

/** Environment variables that reach something else than JSON Web Tokens. */
export function findOtherUses(module: JavaScriptModule): string[] {
  if (!mayUseOtherSecrets(module.text)) return [];
  const calls: CallNode[] = [...module.nodes('CallExpression'), ...module.nodes('NewExpression')];
  return [...new Set(calls.flatMap((call) => variablesGivenTo(module, call)))].sort();
}

function variablesGivenTo(module: JavaScriptModule, call: CallNode): string[] {
  return functionsIn(call).flatMap((node) => {
    const found = provenance(module, node);
    const ofModule = found ? OTHER_SECRETS.filter((row) => row.module.test(found.module)) : [];
    if (found === null || ofModule.length === 0) return [];
    const way = found.members.filter((name) => name !== '#' && name !== '()').join('.');
    const rows = ofModule.filter((row) => row.call.test(way));
    return rows.flatMap(({ at }) => at.flatMap((place) => variablesAt(module, call, place)));
  });
}

/** The function that is called, and a plugin that is registered. */
function functionsIn({ callee, arguments: [first] }: CallNode): Node[] {
  const plugin = first && unwrap(first);
  return plugin?.type === 'Identifier' ? [callee, plugin] : [callee];
}

function variablesAt(module: JavaScriptModule, call: CallNode, place: string): string[] {
  const [index, ...names] = place.split('.');
  const argument = call.arguments[Number(index)];
  if (!argument || argument.type === 'SpreadElement') return [];
  return traceInside(module, argument, names).flatMap((origin) =>
    origin.kind === 'environment' && origin.name !== null ? [origin.name] : [],
  );
}
