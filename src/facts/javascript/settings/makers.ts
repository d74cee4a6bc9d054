import type { Provenance } from '../provenance.ts';

/**
 * A call that makes an object of settings from an input and a schema. Places are the number of an argument and names inside
 * it; `receiver` is the object whose method is called, `environment` the
 * environment that the function reads by itself, `files` the settings that it finds in files.
 */
export interface SettingsMaker {
  /** The packages, and the way to the function in them. */
  readonly module: RegExp;
  readonly call: RegExp;
  /** Where values come from, under the names of the settings. */
  readonly input: readonly string[];
  /** Where each name has its checks and its default. */
  readonly schema: readonly string[];
  /** Where values stand that count unless something else says otherwise. */
  readonly defaults?: readonly string[];
  /** The property of the result that holds the settings. */
  readonly result?: string;
}

const ZOD = /^zod(?:\/|$)/;
const JOI = /^(?:@hapi\/)?joi$/;

/** Libraries that check an environment or read a file of settings, and where they take values and defaults from. */
export const SETTINGS_MAKERS: readonly SettingsMaker[] = [
  { module: ZOD, call: /\.parse(?:Async)?$/, input: ['0'], schema: ['receiver'] },
  { module: ZOD, call: /\.safeParse(?:Async)?$/, input: ['0'], schema: ['receiver'], result: 'data' },
  { module: /^valibot$/, call: /^(?:v\.)?parse(?:Async)?$/, input: ['1'], schema: ['0'] },
  {
    module: /^valibot$/,
    call: /^(?:v\.)?safeParse(?:Async)?$/,
    input: ['1'],
    schema: ['0'],
    result: 'output',
  },
  { module: JOI, call: /\.validate$/, input: ['0'], schema: ['receiver'], result: 'value' },
  { module: JOI, call: /\.validateAsync$/, input: ['0'], schema: ['receiver'] },
  { module: JOI, call: /(?:^|\.)attempt$/, input: ['0'], schema: ['1'] },
  { module: /^yup$/, call: /\.(?:validateSync|validate|cast)$/, input: ['0'], schema: ['receiver'] },
  { module: /^envalid$/, call: /^(?:cleanEnv|customCleanEnv)$/, input: ['0'], schema: ['1'] },
  { module: /^znv$/, call: /^parseEnv$/, input: ['0'], schema: ['1'] },
  {
    module: /^@t3-oss\/env-/,
    call: /^createEnv$/,
    input: ['0.runtimeEnv', '0.runtimeEnvStrict', '0.experimental__runtimeEnv'],
    schema: ['0.server', '0.client', '0.shared'],
  },
  {
    module: /^env-schema$/,
    call: /^(?:envSchema)?$/,
    input: ['0.data', 'environment'],
    schema: ['0.schema.properties'],
  },
  { module: /^rc$/, call: /^$/, input: ['files'], schema: [], defaults: ['1'] },
  {
    module: /^dotenv(?:-flow|-safe|-expand)?$/,
    call: /^(?:config|load)$/,
    input: ['environment'],
    schema: [],
    result: 'parsed',
  },
];

/** The row for a call, by where its function comes from. */
export function makerOf({ module, members }: Provenance): SettingsMaker | null {
  const call = members.filter((name, i) => i > 0 || name !== 'default').join('.');
  return SETTINGS_MAKERS.find((row) => row.module.test(module) && row.call.test(call)) ?? null;
}

/** What to make of a call that is given the whole environment, whoever wrote the function. */
export const UNKNOWN_MAKER: SettingsMaker = {
  module: /^$/,
  call: /^$/,
  input: ['0', '1'],
  schema: ['receiver', '0', '1'],
};
