import type { FileFacts } from '../facts/model.ts';

/** Where a file is put to work when it names no environment, by its path; the first that fits counts. */
const DEPLOYMENTS: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/(?:^|\/)(?:\.github\/workflows|\.circleci|\.buildkite|\.drone)\//, 'CI'],
  [
    /(?:^|\/)(?:\.travis|\.gitlab-ci|\.drone|azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild)[^/]*\.ya?ml$/,
    'CI',
  ],
  [/(?:^|\/)(?:docker-)?compose[^/]*\.ya?ml$|docker[^/]*\.(?:ya?ml|env)$|\.docker(?:\.|$)/i, 'docker'],
  [/(?:^|\/)(?:k8s|kubernetes|kube|helm|charts?|manifests)\//i, 'kubernetes'],
];

/** The environment of a file that does not say one: how it is deployed, `template`, or `default`. */
export function deploymentOf(file: FileFacts): string {
  if (file.context === 'template') return 'template';
  if (file.entries.some((entry) => entry.format === 'kubernetes')) return 'kubernetes';
  return DEPLOYMENTS.find(([pattern]) => pattern.test(file.path))?.[1] ?? 'default';
}
