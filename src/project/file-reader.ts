import { collectFacts, isJavaScriptPath, lookAt, type Collected, type Look } from '../facts/collect.ts';
import { mayHoldConfigFacts } from '../facts/config/prefilter.ts';
import type { EnvironmentNames } from '../facts/environment-names.ts';
import type { CodeContext } from '../facts/javascript/code-context.ts';
import type { LibraryRegistry } from '../facts/javascript/libraries/registry.ts';
import { mayHoldFacts, mayMatterElsewhere, wordsOfFacts } from '../facts/prefilter.ts';
import { WordSearch } from '../facts/word-search/word-search.ts';
import { Around } from './around.ts';
import { parseJavaScript } from './parse-javascript.ts';
import { isManifest, namesInManifest } from './project-words.ts';
import {
  emptyFacts,
  isAlwaysRead,
  isSecretFile,
  quietReading,
  saysNothing,
  withoutText,
  type Reading,
} from './reading.ts';
import { decodeText, hasPlainAscii, type FileBytes } from './text.ts';

export interface ReaderOptions {
  readonly libraries: LibraryRegistry;
  readonly environments: EnvironmentNames;
  readonly onlyLinks: boolean;
  readonly willProve: boolean;
  readonly readsMany: boolean;
  /** The bytes of a file, in `memory`, where that is given and they fit in it. */
  bytesOf(file: string, memory?: Uint8Array): FileBytes;
  /** What the code of a file cannot say by itself; `around` is told of the files that are asked for it. */
  contextOf(file: string, around?: Around): CodeContext;
  /** Told of each text. */
  onText(file: string, text: string): void;
}

/** Finds out what a file says by itself, in looks of which each is dearer than the one before. */
export class FileReader {
  readonly #options: ReaderOptions;
  /** For {@link mayHoldFacts}, in bytes. */
  readonly #search: WordSearch | null;

  constructor(options: ReaderOptions) {
    this.#options = options;
    this.#search = options.readsMany ? WordSearch.of(wordsOfFacts(options.libraries)) : null;
  }

  /** Never throws. */
  read(file: string): Reading {
    const found = this.#options.bytesOf(file, this.#search?.room);
    if (found.kind !== 'bytes') return found;
    const { bytes } = found;
    if (this.#isSilent(file, bytes)) return quietReading({ size: bytes.length, words: [] }, false);
    const decoded = decodeText(bytes);
    if (decoded.kind !== 'text') return decoded;
    this.#options.onText(file, decoded.text);
    return this.#readText(file, decoded.text, bytes.length);
  }

  /** What a text says, whatever the looks say of it. */
  collect(file: string, text: string): Collected {
    return this.#collect(file, text, this.#options.contextOf(file));
  }

  /** Whether a file need not even be decoded to know that it says nothing. */
  #isSilent(file: string, bytes: Buffer): boolean {
    if (!this.#search || !hasPlainAscii(bytes) || this.#search.mayFind(bytes)) return false;
    return !isAlwaysRead(file) && !isSecretFile(file, bytes.length) && !isManifest(file);
  }

  #readText(file: string, text: string, size: number): Reading {
    const isRead = isAlwaysRead(file) || isSecretFile(file, size);
    const head = { size, words: isManifest(file) ? namesInManifest(file, text) : [] };
    if (!isRead && !mayHoldFacts(text, this.#options.libraries)) return quietReading(head, false);
    if (!isRead && !this.#mayMatter(file, text)) return quietReading(head, true);
    const around = new Around();
    const context = this.#options.contextOf(file, around);
    const look = lookAt(file, text, context);
    if (!isRead && this.#isAside(file, text, look)) return quietReading(head, true);
    const { facts, errors } = this.#collect(file, text, context, look);
    const isSilent = this.#options.willProve && !isRead && errors.length === 0 && saysNothing(facts);
    if (isSilent) return quietReading(head, true, around.files);
    return { ...head, kind: 'loaded', facts, errors, around: around.files };
  }

  /** Whether a file is of interest where only those are that other files are judged by. */
  #mayMatter(file: string, text: string): boolean {
    const isWanted = !this.#options.onlyLinks || !isJavaScriptPath(file);
    return isWanted || mayMatterElsewhere(text, this.#options.libraries);
  }

  /** Whether a file with words of interest can say nothing by itself. */
  #isAside(file: string, text: string, { hasTokensOrKeys, mayHoldCode }: Look): boolean {
    const { willProve, onlyLinks } = this.#options;
    const isCode = isJavaScriptPath(file);
    if (hasTokensOrKeys || !(isCode ? willProve : willProve || onlyLinks)) return false;
    return isCode ? !mayHoldCode : !mayHoldConfigFacts(file, text);
  }

  /** A collector's own failure costs one file, not the scan. */
  #collect(file: string, text: string, context: CodeContext, look?: Look): Collected {
    const { environments } = this.#options;
    try {
      return withoutText(text, collectFacts(file, text, parseJavaScript, context, environments, look));
    } catch (error) {
      const message = `could not be read in full: ${(error as Error).name}`;
      return { facts: emptyFacts(file, environments), errors: [message] };
    }
  }
}
