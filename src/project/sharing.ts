import type { FileFacts } from '../facts/model.ts';
import type { Secret, SharedPlace } from './model.ts';

/** Where the same values stand, over all files of a project. */
export class SharedValues {
  readonly #places = new Map<string, SharedPlace[]>();

  /** Add the secrets of one file. */
  add(file: FileFacts, secrets: readonly Secret[]): void {
    if (isProse(file)) return;
    for (const secret of secrets) {
      if (secret.source !== 'config' || secret.value === '') continue;
      const { span, name, deployment, service } = secret;
      const place: SharedPlace = {
        path: file.path,
        span,
        name,
        environment: deployment,
        service,
        isTemplate: isTemplate(file),
      };
      const list = this.#places.get(secret.value);
      if (list) list.push(place);
      else this.#places.set(secret.value, [place]);
    }
  }

  /** The other places of a secret's value: one for each environment, one for each service of its own, and one template. */
  others(secret: Secret, file: FileFacts): SharedPlace[] {
    if (secret.source !== 'config' || isProse(file)) return [];
    const own = isTemplate(file);
    const found = new Map<string, SharedPlace>();
    for (const place of this.#places.get(secret.value) ?? []) {
      if (place.path === file.path && place.span[0] === secret.span[0]) continue;
      const key = keyOf(place, secret, own);
      if (key !== null && !found.has(key)) found.set(key, place);
    }
    return [...found.values()];
  }
}

function keyOf(place: SharedPlace, secret: Secret, isOwnTemplate: boolean): string | null {
  if (place.isTemplate !== isOwnTemplate)
    return place.isTemplate ? 'template' : `environment ${place.environment}`;
  if (place.environment !== secret.deployment) return `environment ${place.environment}`;
  const isOtherService =
    place.service !== null && secret.service !== null && place.service !== secret.service;
  return isOtherService ? `service ${place.service}` : null;
}

function isTemplate(file: FileFacts): boolean {
  return file.context === 'template';
}

/** What documents show belongs to no environment, wherever they lie. */
function isProse(file: FileFacts): boolean {
  return file.context === 'docs' || /\.(?:mdx?|adoc|rst|html?|txt)$/i.test(file.path);
}
