import { parentPort, workerData } from 'node:worker_threads';
import { librariesWith } from '../facts/javascript/libraries/index.ts';
import { EnvironmentNames } from '../facts/environment-names.ts';
import type { Layout } from '../project/imports.ts';
import { Project } from '../project/project.ts';
import type { Reading } from '../project/reading.ts';
import type { ScanOptions } from './options.ts';

/** What a thread needs to read files as the scan itself would. */
export interface FileWorkerData extends Pick<ScanOptions, 'root' | 'libraries' | 'environments'> {
  readonly layout: Layout;
}

/** A share of the files of a scan. */
export type FileTask = readonly string[];
export interface FileReply {
  /** One for each file of the task. */
  readonly readings: readonly Reading[];
  /** What was read beside them, since the thread began. */
  readonly outside: readonly string[];
}

if (parentPort) {
  const { root, libraries, environments, layout } = workerData as FileWorkerData;
  const project = new Project({
    root,
    // Only the scan itself asks.
    isCommitted: () => true,
    willProve: true,
    readsMany: true,
    libraries: librariesWith(libraries ?? []),
    environments: new EnvironmentNames(environments),
    layout,
  });
  parentPort.on('message', (files: FileTask) => {
    const readings = files.map((file) => project.read(file));
    const reply: FileReply = { readings, outside: [...project.outside] };
    parentPort!.postMessage(reply);
  });
}
