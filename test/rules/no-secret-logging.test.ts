import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const HEAD = '// checks the JWT of a request\n';

/** Ways to write a log. */
// prettier-ignore
const LOGGERS: readonly string[] = [
  'console.log', 'console.error', 'console.warn', 'console.info', 'console.debug', 'console.trace', 'console.dir', 'logger.info', 'logger.debug', 'log.error',
  'this.logger.log', 'req.log.info', 'request.log.warn', 'fastify.log.error', 'winston.info', 'pino.debug', 'Logger.verbose', 'consola.success', 'process.stdout.write',
];

/** What must not be written, and how the finding names it. */
// prettier-ignore
const LEAKS: readonly (readonly [name: string, code: string, found: string])[] = [
  ['variable of the secret', 'process.env.JWT_SECRET', 'secret process.env.JWT_SECRET'],
  ['setting of the secret', "config.get('jwt.secret')", "secret config.get('jwt.secret')"],
  ['secret of a settings object', 'config.jwt.secret', 'secret config.jwt.secret'],
  ['secret under its name', 'jwtSecret', 'secret jwtSecret'],
  ['token', 'token', 'token token'],
  ['access token', 'tokens.accessToken', 'token tokens.accessToken'],
  ['refresh token of a cookie', 'req.cookies.refreshToken', 'token req.cookies.refreshToken'],
  ['the jwt', 'jwt', 'token jwt'],
  ['Authorization header', 'req.headers.authorization', 'header req.headers.authorization'],
  ['Authorization header in brackets', "req.headers['authorization']", "header req.headers['authorization']"],
  ['Authorization header by a method', "req.get('Authorization')", "header req.get('Authorization')"],
  ['Authorization header of fetch', "request.headers.get('authorization')", "header request.headers.get('authorization')"],
  ['Authorization header under its name', 'authHeader', 'header authHeader'],
  ['all headers', 'req.headers', 'headers req.headers'],
  ['all variables', 'process.env', 'environment process.env'],
];

/** How it gets into the call. */
// prettier-ignore
const FORMS: readonly (readonly [name: string, write: (value: string) => string])[] = [
  ['second argument', (value) => `'seen', ${value}`],
  ['template', (value) => `\`seen \${${value}}\``],
  ['sum', (value) => `'seen ' + ${value}`],
  ['object', (value) => `{ seen: ${value} }`],
  ['JSON', (value) => `JSON.stringify(${value}, null, 2)`],
  ['fallback', (value) => `${value} || 'none'`],
  ['list', (value) => `[1, ${value}]`],
];

const byLogger: InvalidCase[] = LOGGERS.map((logger) => ({
  name: `logger ${logger}`,
  code: `${HEAD}export const look = (token) => ${logger}('seen', token);`,
  found: ['token token'],
}));

const byLeak: InvalidCase[] = LEAKS.map(([name, code, found]) => ({
  name: `leak: ${name}`,
  code: `${HEAD}console.log(${code});`,
  found: [found],
}));

const byForm: InvalidCase[] = FORMS.map(([name, write]) => ({
  name: `form: ${name}`,
  code: `${HEAD}console.log(${write('req.headers.authorization')});`,
  found: ['header req.headers.authorization'],
}));

// prettier-ignore
const valid: readonly RuleCase[] = [
  { name: 'flag that is called after tokens', code: `${JWT}let refreshedToken = false;\nif (old) refreshedToken = true;\nconsole.log(refreshedToken);` },
  { name: 'parameter that is a flag', code: `${JWT}export const f = (sendToken = false) => console.log(\`x \${sendToken}\`);` },
  ...['token.length', '!!token', 'typeof token', 'Boolean(token)', "token ? 'yes' : 'no'", 'mask(token)', 'token.slice(0, 6)', 'hash(token)', 'decode(token)', 'token === expected', "token && 'there'"].map((code) => ({ name: `harmless: ${code}`, code: `${HEAD}export const look = (token) => console.log(${code});` })),
  ...['csrfToken', 'pushToken', 'nextPageToken', 'deviceToken', 'cancelToken', 'maxTokens', 'promptTokens', 'tokenType', 'tokenCount', 'hasToken', 'decodedIdToken', 'shouldSendToken', 'returnTokens', 'isJwt', 'jwtOptions', 'jwtPayload'].map((name) => ({ name: `another thing: ${name}`, code: `${HEAD}console.log(${name});` })),
  { name: 'fixed message', code: `${HEAD}console.log('Verifying JWT...');` },
  { name: 'name of the variable', code: "console.log('JWT_SECRET is not set');" },
  { name: 'step that names the secret', code: "console.log('Step 5: Generating JWT_SECRET...');" },
  { name: 'verified claims', code: `${JWT}const payload = jwt.verify(token, key, { algorithms: ['HS256'] });\nconsole.log('verified', payload);` },
  { name: 'verified claims under the name of a token', code: `${JWT}const token = jwt.verify(raw, key, { algorithms: ['HS256'] });\nconsole.log(token);` },
  { name: 'decoded claims', code: `${JWT}console.log(jwt.decode(token));` },
  { name: 'one other header', code: `${HEAD}console.log(req.headers['user-agent'], req.headers.host);` },
  { name: 'one other variable', code: `${HEAD}console.log(process.env.NODE_ENV, process.env.PORT);` },
  { name: 'headers of an answer', code: `${HEAD}console.log(response.headers);` },
  { name: 'error', code: `${HEAD}console.error(error.message, error);` },
  { name: 'logger that writes no log', code: `${HEAD}cache.set(token); db.log(token); Math.log(token);` },
  { name: 'flag under the name of a secret', code: 'const hasJwtSecret = !!process.env.JWT_SECRET;\nconsole.log(hasJwtSecret);' },
  { name: 'function under the name of a secret', code: 'function jwtSecret() {}\nconsole.log(jwtSecret);' },
  { name: 'token of a file that is not about JWTs', code: 'export const verifyEmail = (token) => console.log(token); // secret link' },
  { name: 'answer of another request', code: `${HEAD}const response = await axios.get('/articles');\nconsole.log(response.data);` },
  { name: 'throwing it', code: `${HEAD}throw new Error('no token');` },
  { name: 'browser, where the option allows it', code: `${HEAD}localStorage.getItem('x');\nconsole.log(token);`, options: { checkBrowser: false } },
  { name: 'comment', code: `${HEAD}// console.log(token)\nexport {};` },
  { name: 'empty file', code: '' },
];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  ...byLogger,
  ...byLeak,
  ...byForm,
  { name: 'severity of a secret', code: `${HEAD}console.log(process.env.JWT_SECRET);`, found: ['secret process.env.JWT_SECRET'], severities: ['high'], message: 'can mint tokens' },
  { name: 'severity of a token', code: `${HEAD}export const look = (token) => console.log(token);`, found: ['token token'], severities: ['medium'] },
  { name: 'severity in a browser', code: `${HEAD}const token = localStorage.getItem('token');\nconsole.log(token);`, found: ['token token'], severities: ['low'] },
  { name: 'token as it is signed', code: `${JWT}console.log(jwt.sign({ sub }, key, { expiresIn: 60 }));`, found: ['token jwt.sign({ sub }, key, { expiresIn: 60 })'] },
  { name: 'token that was signed', code: `${JWT}const accessToken = jwt.sign({ sub }, key, { expiresIn: 60 });\nconsole.log({ accessToken });`, found: ['token accessToken'] },
  { name: 'answer of a login', code: `${HEAD}const response = await axios.post(\`\${url}/login\`, credentials);\nconsole.log(response.data);`, found: ['token response.data'] },
  { name: 'several', code: `${HEAD}console.log(req.headers.authorization, process.env.JWT_SECRET);`, found: ['header req.headers.authorization', 'secret process.env.JWT_SECRET'] },
  { name: 'both branches', code: `${HEAD}console.log(verbose ? token : accessToken);`, found: ['token token', 'token accessToken'] },
  { name: 'type assertion', code: `${HEAD}console.log(token as string);`, found: ['token token'] },
  { name: 'Vue component', code: '<script setup>\n// the jwt\nconsole.log(token);\n</script>\n', filename: 'src/Page.vue', found: ['token token'] },
  { name: 'Windows line ends', code: "// jwt\r\nconsole.log(\r\n  token,\r\n);\r\n", found: ['token token'] },
];

describeRule('no-secret-logging', valid, invalid);
