import { decodeBase64, utf8 } from '../../../jwt/base64.ts';
import { USUAL_ENVIRONMENTS } from '../../environment-names.ts';

/** What the top level of a YAML document says about the Kubernetes object in it. */
export interface KubernetesObject {
  readonly kind: string;
  /** The namespace, where it names an environment. */
  readonly environment: string | null;
  readonly name: string | null;
}

/** Recognise a Kubernetes manifest by `apiVersion` and `kind`; its namespace may name the environment. */
export function kubernetesObject(
  fields: Readonly<Record<string, string>>,
  namespace: string | null,
  name: string | null,
): KubernetesObject | null {
  const kind = fields['kind'];
  if (kind === undefined || fields['apiVersion'] === undefined) return null;
  const words = namespace === null ? [] : [namespace, ...namespace.split('-')];
  const named = words.map((word) => USUAL_ENVIRONMENTS.named(word));
  return { kind, environment: named.find((name) => name !== null) ?? null, name };
}

/** The name of an object whose values others take by it; what a Deployment is called says nothing of what stands in it. */
export function nameOfSettings(object: KubernetesObject | null): string | null {
  return object?.kind === 'Secret' || object?.kind === 'ConfigMap' ? object.name : null;
}

/** Whether values of a Secret's `data` stand in base64 at this key path. */
export function isEncodedData(object: KubernetesObject, keyPath: readonly string[]): boolean {
  return object.kind === 'Secret' && keyPath.length === 2 && keyPath[0] === 'data';
}

/** Encrypted by a controller's key, or fetched from a store by one: no value stands here. */
export function isSealed(object: KubernetesObject): boolean {
  return /^(?:SealedSecret|ExternalSecret|ClusterExternalSecret|SecretProviderClass|VaultStaticSecret|VaultDynamicSecret|PushSecret|OnePasswordItem|SopsSecret|BitwardenSecret|InfisicalSecret|DopplerSecret|AzureKeyVaultSecret)$/.test(
    object.kind,
  );
}

/** The text behind base64, with the line break that `echo` adds cut off; null where it is no text. */
export function decodedText(value: string): string | null {
  const compact = value.replace(/\s/g, '');
  const bytes = compact === '' ? null : decodeBase64(compact);
  const text = bytes === null ? null : utf8(bytes);
  return text === null || /[^\P{Cc}\t\n\v\f\r]/u.test(text) ? null : text.replace(/\r?\n$/, '');
}
