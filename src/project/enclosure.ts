import { lstatSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { readBytes, textIn, type FileBytes, type FileText } from './text.ts';

/** A folder that nothing is read outside of, whatever links lead out of it. */
export class Enclosure {
  readonly #root: string;
  #realRoot: string | null = null;
  readonly #folders = new Map<string, boolean>([['.', true]]);

  constructor(root: string) {
    this.#root = root;
  }

  /** Read a file by its path from the folder; neither through a link to it nor through one that leads out. */
  read(file: string): FileText {
    return textIn(this.readBytes(file));
  }

  /** The same without decoding: see {@link readBytes}. */
  readBytes(file: string, memory?: Uint8Array): FileBytes {
    if (!this.#holds(path.posix.dirname(file))) return { kind: 'elsewhere' };
    return readBytes(path.join(this.#root, file), memory);
  }

  #holds(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isHeld = folder !== '..' && this.#holds(path.posix.dirname(folder)) && this.#isWithin(folder);
    this.#folders.set(folder, isHeld);
    return isHeld;
  }

  /** The folder around this one is within. What is not there is no way out. */
  #isWithin(folder: string): boolean {
    const full = path.join(this.#root, folder);
    try {
      if (!lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink())
        return path.posix.basename(folder) !== '..';
      this.#realRoot ??= realpathSync(this.#root);
      const way = path.relative(this.#realRoot, realpathSync(full));
      return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
    } catch {
      return false;
    }
  }
}
