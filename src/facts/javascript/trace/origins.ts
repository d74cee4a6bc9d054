import type { Fallback, FlowStep, KeyEncoding, PassedValue, Span } from '../../model.ts';

/** Something that can reach the place a trace started from. */
export type Origin = LiteralOrigin | SettingOrigin | ImportOrigin | PassedOrigin | OtherOrigin;

interface Traced {
  readonly span: Span;
  /** From the value towards the place where the trace began, the value's own place not included. */
  readonly steps: readonly FlowStep[];
  readonly encoding: KeyEncoding;
}

export interface LiteralOrigin extends Traced {
  readonly kind: 'literal';
  readonly value: string;
  readonly name: string | null;
  readonly fallback: Fallback | null;
  readonly partial: boolean;
}

export interface SettingOrigin extends Traced {
  readonly kind: 'environment' | 'config';
  readonly name: string | null;
}

/** A value that another module exports. */
export interface ImportOrigin extends Traced {
  readonly kind: 'import';
  readonly module: string;
  readonly members: readonly string[];
  readonly fallback: Fallback | null;
}

/** What callers in other modules pass to an exported function. */
export interface PassedOrigin extends Traced {
  readonly kind: 'passed';
  readonly as: PassedValue;
}

export interface OtherOrigin extends Traced {
  /** `falsy`: null, undefined, false. `function`: resolves the key at run time. `file`: read from disk. */
  readonly kind: 'falsy' | 'function' | 'file' | 'random' | 'unknown';
}
