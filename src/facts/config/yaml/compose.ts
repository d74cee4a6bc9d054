const FILE =
  /^(?:docker-|podman-)?(?:compose|stack)(?:[._-].{0,80})?\.ya?ml$|^docker-(?:compose|stack).{0,80}\.ya?ml$/i;

/** Whether a YAML file is for Docker Compose, by its name or by services that have an image or a build. */
export function isCompose(
  path: string,
  topLevelKeys: readonly string[],
  serviceKeys: readonly string[],
): boolean {
  if (!topLevelKeys.includes('services')) return false;
  return (
    FILE.test(path.slice(path.lastIndexOf('/') + 1)) ||
    serviceKeys.some((key) => key === 'image' || key === 'build')
  );
}

/** Compose reads `$$` as a dollar sign. */
export function composeValue(value: string): string {
  return value.replaceAll('$$', '$');
}
