import { isSuppressed, parseSuppressions } from '../../src/findings/suppress.ts';
import { maskSecret, redact } from '../../src/findings/mask.ts';
import { lineIndexOf } from '../../src/findings/position.ts';
import { parseBaseline, formatBaseline } from '../../src/findings/baseline.ts';
import { collectFacts } from '../../src/facts/collect.ts';
import { readConfig } from '../../src/facts/config/readers.ts';
import { readDockerfile } from '../../src/facts/config/dockerfile.ts';
import { readDotenv } from '../../src/facts/config/dotenv.ts';
import { hclTokens } from '../../src/facts/config/hcl-tokens.ts';
import { readHttp } from '../../src/facts/config/http.ts';
import { defaultOf, referenceIn } from '../../src/facts/config/interpolation.ts';
import { readJson } from '../../src/facts/config/json.ts';
import { readProperties } from '../../src/facts/config/properties.ts';
import { readMakefile } from '../../src/facts/config/shell/makefile.ts';
import { readProcfile, readShell } from '../../src/facts/config/shell/shell.ts';
import { readWindowsScript } from '../../src/facts/config/shell/windows.ts';
import { readSystemd } from '../../src/facts/config/systemd.ts';
import { readTerraform } from '../../src/facts/config/terraform.ts';
import { readToml } from '../../src/facts/config/toml.ts';
import { readXml } from '../../src/facts/config/xml.ts';
import { readYaml } from '../../src/facts/config/yaml/read.ts';
import { contextOf, environmentOf } from '../../src/facts/context.ts';
import { extractScripts } from '../../src/facts/html-script.ts';
import { knownLibraries } from '../../src/facts/javascript/libraries/index.ts';
import { mayHoldFacts, mayHoldTokensOrKeys, wordsOfFacts } from '../../src/facts/prefilter.ts';
import { WordSearch } from '../../src/facts/word-search/word-search.ts';
import { classifyName } from '../../src/facts/secret-names.ts';
import { readAssignments } from '../../src/facts/text/assignments.ts';
import { findBareKeys } from '../../src/facts/text/bare-keys.ts';
import { findBlockSettings } from '../../src/facts/text/code-blocks.ts';
import { readBareKey, readDerKey } from '../../src/facts/text/der.ts';
import { findHeaderAlgorithms } from '../../src/facts/text/header-algorithms.ts';
import { findJwks } from '../../src/facts/text/jwk.ts';
import { findJwtCalls } from '../../src/facts/text/jwt-calls.ts';
import { findKeys } from '../../src/facts/text/keys.ts';
import { findNamedValues } from '../../src/facts/text/named-values.ts';
import { readOpenSshKey } from '../../src/facts/text/openssh.ts';
import { findPemKeys } from '../../src/facts/text/pem.ts';
import { findSettingUses } from '../../src/facts/text/setting-uses.ts';
import { writtenStrings } from '../../src/facts/text/strings.ts';
import { findTableSettings } from '../../src/facts/text/tables.ts';
import { findTokens } from '../../src/facts/text/tokens.ts';
import { publicKeyOf } from '../../src/jwt/asymmetric.ts';
import { risksOf } from '../../src/jwt/risks.ts';
import { decodeToken } from '../../src/jwt/token.ts';
import { describeToken } from '../../src/jwt/claims.ts';
import { ignoreListOf } from '../../src/project/gitignore.ts';
import { readBunLock } from '../../src/project/installed/bun.ts';
import { readNpmLock } from '../../src/project/installed/npm.ts';
import { readPnpmLock } from '../../src/project/installed/pnpm.ts';
import { readYarnLock } from '../../src/project/installed/yarn.ts';
import { isTooDeep } from '../../src/project/nesting.ts';
import { parseJavaScript } from '../../src/project/parse-javascript.ts';
import { namesInManifest } from '../../src/project/project-words.ts';
import { decodeText } from '../../src/project/text.ts';
import { judge } from '../../src/strength/judge.ts';

/** What reads a text of a scanned project; must not throw, whatever it is given. */
type Target = (text: string, path: string, bytes: Buffer) => void;

const NO_NESTING = (): null => null;
const search = WordSearch.of(wordsOfFacts(knownLibraries))!;
const now = new Date('2030-01-01T00:00:00Z');
const short = (text: string): string => text.slice(0, 300);
const all = (items: Iterable<unknown>): void => {
  for (const _ of items);
};

/** A name of a file for each format that is read by its name. */
export const NAMES: readonly string[] = [
  '.env', '.env.production', 'a.yml', 'docker-compose.yml', 'k8s/secret.yaml', '.github/workflows/a.yml', 'values.yaml', 'serverless.yml', 'application.yml', 'a.json', 'app.tfstate', 'a.har', 'a.toml', 'Dockerfile', 'a.xml', 'a.plist', 'web.config', 'a.service', 'a.properties', 'a.ini', 'setup.cfg', 'a.tf', 'a.tfvars', 'Makefile', 'Procfile', 'a.sh', 'a.ps1', 'a.bat', 'a.http', 'a.md', 'a.html', 'a.ipynb', 'a.py', 'a.go', 'a.java', 'a.rb', 'a.php', 'a.cs', 'a.rs', 'a.txt', 'jwt.secret', 'a.pem', 'a.js', 'a.mjs', 'a.jsx', 'a.ts', 'a.tsx', 'a.vue', 'a.svelte', 'a.astro', 'test/a.test.ts', 'package.json', 'package-lock.json', 'config/default.json', 'a.sql', 'a.example', 'a.env.dist', 'nginx.conf',
]; // prettier-ignore

export const TARGETS: Readonly<Record<string, Target>> = {
  'all of a file': (text, path) => void collectFacts(path, text, parseJavaScript),
  'a reader by the name': (text, path) => void readConfig(path, text),
  yaml: (text, path) => void readYaml(text, path, NO_NESTING),
  json: (text, path) => void readJson(text, path, NO_NESTING),
  dotenv: (text) => void readDotenv(text),
  toml: (text, path) => void readToml(text, path, NO_NESTING),
  dockerfile: (text, path) => void readDockerfile(text, path, NO_NESTING),
  xml: (text) => void readXml(text),
  systemd: (text) => void readSystemd(text),
  properties: (text, path) => void readProperties(text, path),
  terraform: (text) => void readTerraform(text),
  'tokens of terraform': (text) => all(hclTokens(text)),
  makefile: (text) => void readMakefile(text),
  procfile: (text) => void readProcfile(text),
  shell: (text) => void readShell(text, 'a.sh', NO_NESTING),
  'script of windows': (text) => void readWindowsScript(text),
  http: (text) => void readHttp(text),
  interpolation: (text) => void [defaultOf(short(text)), referenceIn(short(text))],
  javascript: (text) => void parseJavaScript(text, 'ts'),
  nesting: (text) => void isTooDeep(text.repeat(3)),
  scripts: (text) => void [extractScripts('a.vue', text), extractScripts('a.html', text)],
  prefilter: (text) => {
    void mayHoldTokensOrKeys(text);
    if (mayHoldFacts(text) && !search.mayFind(Buffer.from(text))) throw new Error('lost before it is decoded');
  },
  assignments: (text, path) => void readAssignments(text, path),
  'named values': (text) => void findNamedValues(text),
  'bare keys': (text) => void findBareKeys(text, []),
  blocks: (text) => void findBlockSettings(text),
  tables: (text) => void findTableSettings(text),
  'header algorithms': (text) => void findHeaderAlgorithms(text),
  'calls in text': (text) => void findJwtCalls(text),
  'uses of settings': (text, path) => void findSettingUses(text, path),
  strings: (text) => all(writtenStrings(text).near),
  tokens: (text) => {
    for (const { token } of findTokens(text)) tokenTarget(token);
  },
  token: (text) => tokenTarget(text.trim()),
  keys: (text) => void findKeys(text),
  pem: (text) => void findPemKeys(text),
  jwk: (text) => void findJwks(text),
  der: (_, __, bytes) => void [readDerKey(bytes, 'PRIVATE KEY'), readDerKey(bytes, 'EC PRIVATE KEY'), readBareKey(bytes), readOpenSshKey(bytes)],
  'public keys': (text) => void publicKeyOf({ pem: text }),
  strength: (text) => void [judge(short(text)), judge(text)],
  names: (text) => void [classifyName([short(text)]), contextOf(short(text)), environmentOf(short(text))],
  masks: (text) => void [maskSecret(text), redact(text, [short(text), text.slice(5, 9)])],
  suppressions: (text) => void isSuppressed(parseSuppressions(text), 'no-weak-secret', 3),
  lines: (text) => void lineIndexOf(text).at(text.length),
  baseline(text) {
    const entries = parseBaseline(text);
    if (!('line' in entries)) formatBaseline(entries);
  },
  'ignore patterns': (text, path) => void ignoreListOf(text).ignores(path),
  manifests: (text) => void ['package.json', 'Cargo.toml', 'go.mod', 'pom.xml', 'setup.cfg'].map((file) => namesInManifest(file, text)),
  lockfiles: (text) => void [readNpmLock(text), readPnpmLock(text), readYarnLock(text), readBunLock(text)],
  bytes: (_, __, bytes) => void decodeText(bytes),
}; // prettier-ignore

function tokenTarget(token: string): void {
  const decoded = decodeToken(token);
  if (!decoded) return;
  const claims = 'claims' in decoded ? decoded.claims : null;
  describeToken(decoded.header, claims, now);
  risksOf(decoded.header, claims);
}
