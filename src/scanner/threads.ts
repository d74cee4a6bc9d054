import type { Worker } from 'node:worker_threads';

/** How the files of the build end. */
const BUILT = '.cjs';

/** Worker threads need a file that Node can run; from TypeScript sources there is none. */
export function canStartThreads(): boolean {
  return import.meta.url.endsWith(BUILT);
}

/** Start a thread from a file of the build; `data` is copied to it. */
export async function startWorker(file: 'file-worker' | 'signature-worker', data?: unknown): Promise<Worker> {
  // Loading what makes threads takes longer than many a scan, which needs none.
  const { Worker: Thread } = await import('node:worker_threads');
  return new Thread(new URL(`./${file}${BUILT}`, import.meta.url), { workerData: data });
}

/** Give a thread a task and wait for its answer. Rejects where the thread ends instead. */
export function ask<Reply>(worker: Worker, task: unknown): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const done = (): void => {
      worker.off('message', onReply);
      worker.off('error', onError);
      worker.off('exit', onExit);
    };
    const onReply = (reply: Reply): void => (done(), resolve(reply));
    const onError = (error: Error): void => (done(), reject(error));
    const onExit = (code: number): void => (done(), reject(new Error(`the thread ended (${code})`)));
    worker.on('message', onReply);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.postMessage(task);
  });
}
