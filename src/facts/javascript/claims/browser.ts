import type { JavaScriptModule } from '../module.ts';

const BROWSER_FOLDER =
  /(?:^|\/)(?:client|frontend|front-end|front|web|webapp|ui|browser|mobile|components|hooks|views|pages|app\/javascript|public|static)\//i;
const SERVER_FOLDER =
  /(?:^|\/)(?:server|backend|back-end|api|middlewares?|routes|controllers|lambda|functions|services\/auth)(?:\/|$)|(?:^|\/)middleware\.[jt]s$/i;
const COMPONENT = /\.(?:vue|svelte|jsx|tsx)$/i;
const BROWSER_LIBRARY =
  /(?:from|require\()\s{0,4}['"](?:react|react-dom|react-native|react-redux|react-router(?:-dom)?|vue|vuex|pinia|vue-router|svelte|solid-js|preact|next\/(?:navigation|router|link)|next-auth\/react|@angular\/[\w/-]{1,40}|@react-native[\w/-]{0,60}|expo[\w/-]{0,60})['"]/;
const BROWSER_GLOBAL =
  /\b(?:localStorage|sessionStorage|window\.|document\.|navigator\.)|^\s{0,20}['"]use client['"]/m;
const SERVER_LIBRARY =
  /(?:from|require\()\s{0,4}['"](?:express|koa|fastify|@nestjs\/[\w/-]{1,40}|@hapi\/[\w/-]{1,40}|hono|node:http|http|socket\.io|apollo-server[\w-]{0,40}|next\/server|next\/headers)['"]/;

/** Code that runs in a browser or an app: what it reads from a token is for display, the server decides. */
export function isBrowserCode(module: JavaScriptModule): boolean {
  const { text, context } = module;
  const { path } = context;
  if (SERVER_LIBRARY.test(text)) return false;
  if (BROWSER_GLOBAL.test(text) || BROWSER_LIBRARY.test(text)) return true;
  if (SERVER_FOLDER.test(path)) return false;
  return COMPONENT.test(path) || BROWSER_FOLDER.test(path);
}

/** Next.js renders what lies here on the server, unless it says otherwise: https://nextjs.org/docs/app/getting-started/server-and-client-components */
const APP_ROUTER = /(?:^|\/)app\//;

/** The same with certainty: the name of a folder says nothing, and a component may be rendered on a server. */
export function isSurelyBrowserCode({ text, context: { path } }: JavaScriptModule): boolean {
  if (SERVER_LIBRARY.test(text)) return false;
  if (BROWSER_GLOBAL.test(text)) return true;
  if (SERVER_FOLDER.test(path) || APP_ROUTER.test(path)) return false;
  return /\.(?:vue|svelte)$/i.test(path) || (COMPONENT.test(path) && BROWSER_LIBRARY.test(text));
}
