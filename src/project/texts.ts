import { isJavaScriptPath } from '../facts/collect.ts';
import { Enclosure } from './enclosure.ts';
import { RecentlyUsed } from './recently-used.ts';
import { textIn, type FileBytes } from './text.ts';

/** Characters of texts that are kept. */
const MAX_TEXTS = 12 * 1024 * 1024;
/** Short modules, of which an editor keeps so many characters: keys lead to them, and callers stand in them. */
const MAX_SPARE_TEXT = 16 * 1024;
const MAX_SPARE = 32 * 1024 * 1024;

export interface TextOptions {
  readonly root: string;
  /** Content that stands for what is on disk: the index of a commit, an editor's buffer. */
  readonly overlay?: ReadonlyMap<string, Buffer>;
  /** The files that there are, where it is not the disk that says it; what is installed is always there. */
  readonly existing?: ReadonlySet<string>;
  /** Look at no file on disk: what is not given is not there. */
  readonly isAlone?: boolean;
  /** Keep short modules, although nothing has asked for them yet. */
  readonly keepsModules: boolean;
  /** Told of each file that is asked for, whether it is there or not. */
  readonly onRead?: (file: string) => void;
  /** Whether a file is one of the project's. */
  isListed(file: string): boolean;
}

/** The contents of a folder's files, of which those are kept that were asked for last. */
export class Texts {
  /** Files that were asked for beside those that are listed, there or not. */
  readonly outside: Set<string> = new Set<string>();
  readonly #options: TextOptions;
  readonly #enclosure: Enclosure;
  readonly #kept: RecentlyUsed<string>;
  /** Characters that are kept although nothing asked for them yet. */
  #spared = 0;

  constructor(options: TextOptions) {
    this.#options = options;
    this.#enclosure = new Enclosure(options.root);
    this.#kept = new RecentlyUsed(options.keepsModules ? MAX_TEXTS + MAX_SPARE : MAX_TEXTS);
  }

  /** The text of a file, which is kept; null where there is none. */
  of(file: string): string | null {
    const known = this.#kept.get(file);
    if (known !== undefined) return known;
    const text = this.read(file);
    if (text !== null) this.keep(file, text);
    return text;
  }

  /** The text of a file that is looked at once: nothing is kept. */
  peek(file: string): string | null {
    return this.#kept.get(file) ?? this.read(file);
  }

  /** The text of a file as it is now. */
  read(file: string): string | null {
    if (!this.#options.isListed(file)) this.outside.add(file);
    const given = this.#options.overlay?.get(file);
    if (!given && (this.#options.isAlone || !this.#exists(file))) return null;
    if (!given) this.#options.onRead?.(file);
    const found = textIn(this.bytesOf(file));
    return found.kind === 'text' ? found.text : null;
  }

  /** The bytes of a listed file: see {@link Enclosure.readBytes}. */
  bytesOf(file: string, memory?: Uint8Array): FileBytes {
    const given = this.#options.overlay?.get(file);
    return given ? { kind: 'bytes', bytes: given } : this.#enclosure.readBytes(file, memory);
  }

  keep(file: string, text: string): void {
    this.#kept.set(file, text, text.length);
  }

  /** Keep the text of a short module, where that is wanted. */
  spare(file: string, text: string): void {
    if (!this.#options.keepsModules || !isJavaScriptPath(file)) return;
    if (text.length > MAX_SPARE_TEXT || this.#spared > MAX_SPARE) return;
    this.#spared += text.length;
    this.keep(file, text);
  }

  forget(file: string): void {
    this.#kept.delete(file);
  }

  #exists(file: string): boolean {
    const { existing } = this.#options;
    return !existing || existing.has(file) || file.includes('node_modules/');
  }
}
