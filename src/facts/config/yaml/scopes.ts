import type { Node, YAMLMap } from 'yaml';
import type { ConfigFormat } from '../../model.ts';
import { firstProfile } from '../profiles.ts';
import { isCompose } from './compose.ts';
import { kubernetesObject, type KubernetesObject } from './kubernetes.ts';
import { yaml } from './library.ts';
import { keysOf, textAt, valueAt } from './maps.ts';

/** What one document, or one object of a list of manifests, is. */
export interface Scope {
  readonly format: ConfigFormat;
  /** As the document writes it: a profile, a namespace. */
  readonly environment: string | null;
  readonly kubernetes: KubernetesObject | null;
  readonly document: number;
  readonly inAlias: boolean;
}

const PIPELINE =
  /(?:^|\/)(?:\.github\/(?:workflows|actions)\/|\.circleci\/|\.buildkite\/|\.woodpecker\/|\.(?:travis|gitlab-ci|drone|woodpecker|cirrus)[^/]{0,80}\.ya?ml$|(?:azure-pipelines|bitbucket-pipelines|appveyor|cloudbuild|codefresh|buildspec|buildkite|action|tekton)[^/]{0,80}\.ya?ml$)/i;
const TEMPLATE_KEYS: readonly string[] = ['AWSTemplateFormatVersion', 'Transform', 'Resources'];

const PROFILES = [
  ['spring', 'profiles'],
  ['spring', 'config', 'activate', 'on-profile'],
  ['spring.profiles'],
  ['spring.config.activate.on-profile'],
  ['micronaut', 'environments'],
] as const;

/** What a document is, by the file's name and by its first keys. */
export function scopeOf(path: string, root: Node, document: number): Scope {
  const none: Scope = { format: 'yaml', environment: null, kubernetes: null, document, inAlias: false };
  if (!yaml().isMap(root)) return none;
  const kubernetes = manifestOf(root);
  if (kubernetes !== null)
    return { ...none, format: 'kubernetes', environment: kubernetes.environment, kubernetes };
  if (PIPELINE.test(path)) return { ...none, format: 'pipeline' };
  const keys = keysOf(root);
  const services = valueAt(root, ['services']);
  const firstService = yaml().isMap(services) ? services.items[0]?.value : null;
  if (isCompose(path, keys, yaml().isMap(firstService) ? keysOf(firstService) : []))
    return { ...none, format: 'compose' };
  if (isCloudTemplate(path, keys)) return { ...none, format: 'cloud-template' };
  return { ...none, environment: springProfile(root) };
}

function isCloudTemplate(path: string, keys: readonly string[]): boolean {
  if (/(?:^|\/)serverless[^/]{0,80}\.ya?ml$/i.test(path)) return true;
  return keys.includes('Resources') && keys.some((key) => TEMPLATE_KEYS.includes(key));
}

export function manifestOf(map: YAMLMap): KubernetesObject | null {
  const fields: Record<string, string> = {};
  for (const key of ['apiVersion', 'kind']) {
    const value = textAt(map, [key]);
    if (value !== null) fields[key] = value;
  }
  return kubernetesObject(fields, textAt(map, ['metadata', 'namespace']), textAt(map, ['metadata', 'name']));
}

function springProfile(root: YAMLMap): string | null {
  for (const path of PROFILES) {
    const profile = textAt(root, path) ?? textAt(root, [...path, '0']);
    if (profile !== null && !profile.includes('{')) return firstProfile(profile);
  }
  return null;
}
