import { isAboutJwt } from '../secret-names.ts';
import { mayReferToSecret } from '../text/secret-mentions.ts';
import { isConfigPath, isWithoutSettings } from './readers.ts';

/**
 * Whether a configuration file says something by itself, by its text: most that speak of tokens or secrets describe an interface.
 * What code uses as a key, whatever it is called, is asked for by its name later.
 */
export function mayHoldConfigFacts(path: string, text: string): boolean {
  if (isWithoutSettings(path)) return false;
  return !isConfigPath(path) || isAboutJwt(path.slice(path.lastIndexOf('/') + 1)) || mayReferToSecret(text);
}
