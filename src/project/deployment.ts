import { USUAL_ENVIRONMENTS } from '../facts/environment-names.ts';
import type { ConfigEntry, FileFacts } from '../facts/model.ts';

/** Where a file is put to work when it names no environment, by its path; the first that fits counts. */
const DEPLOYMENTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/(?:^|\/)(?:\.github\/workflows|\.circleci|\.buildkite|\.drone|\.woodpecker)\//, 'CI'],
  [
    /(?:^|\/)(?:\.travis|\.gitlab-ci|\.drone|azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|codefresh|buildspec)[^/]*\.ya?ml$|(?:^|\/)Jenkinsfile/,
    'CI',
  ],
  [/(?:^|\/)(?:docker-)?compose[^/]{0,255}\.ya?ml$|docker[^/]{0,255}\.(?:ya?ml|env)$|\.docker(?:\.|$)|(?:docker|container)file[^/]{0,255}$/i, 'docker'],
  [/(?:^|\/)(?:k8s|kubernetes|kube|helm|charts?|manifests|kustomize)\//i, 'kubernetes'],
  [/\.(?:tf|tfvars)(?:\.json)?$/i, 'terraform'],
]; // prettier-ignore

/** The environment of a file that does not say one: how it is deployed, `template`, or `default`. */
export function deploymentOf(file: FileFacts): string {
  const known = deployments.get(file);
  if (known !== undefined) return known;
  const deployment = findDeployment(file);
  deployments.set(file, deployment);
  return deployment;
}

const deployments = new WeakMap<FileFacts, string>();

function findDeployment(file: FileFacts): string {
  if (file.context === 'template') return 'template';
  if (file.entries.some((entry) => entry.format === 'kubernetes')) return 'kubernetes';
  return DEPLOYMENTS.find(([pattern]) => pattern.test(file.path))?.[1] ?? 'default';
}

/** Folders that say how a file is used, not which service it belongs to. */
const COMMON_FOLDERS: ReadonlySet<string> = new Set([
  'config', 'configs', 'configuration', 'conf', 'cfg', 'env', 'envs', 'environment', 'environments', 'deploy', 'deployment', 'deployments', 'docker', 'k8s', 'kubernetes',
  'helm', 'chart', 'charts', 'templates', 'manifests', 'kustomize', 'overlays', 'overlay', 'base', 'src', 'main', 'resources', 'settings', 'secrets', 'infra', 'infrastructure',
  'terraform', 'stacks', 'stages', 'apps', 'app', 'packages', 'services', 'modules', 'projects', 'ops', 'ci', 'test', 'tests', 'compose', 'properties', 'etc', 'default', 'defaults',
  '.github', 'workflows', '.circleci', '.config', '.vscode', '.docker', 'ansible', 'group_vars', 'host_vars', 'inventories', 'vars',
]); // prettier-ignore

/** The service that a setting is given to: a service of compose, a function, the folder of an application, `api.env`. Null: the whole project. */
export function serviceOf(entry: ConfigEntry, file: FileFacts): string | null {
  const [section, service] = entry.keyPath;
  if (
    (section === 'services' || section === 'functions') &&
    service !== undefined &&
    entry.keyPath.length > 2
  )
    return service;
  const folders = file.path.split('/').slice(0, -1).reverse();
  const folder = folders.find((name) => !COMMON_FOLDERS.has(name.toLowerCase()) && !isEnvironment(name));
  return folder ?? serviceOfFile(file.path);
}

function serviceOfFile(path: string): string | null {
  const stem = /([^/.]{2,60})\.env$/.exec(path)?.[1];
  return stem === undefined || isEnvironment(stem) || COMMON_FOLDERS.has(stem) ? null : stem;
}

function isEnvironment(name: string): boolean {
  return USUAL_ENVIRONMENTS.named(name) !== null;
}
