#!/usr/bin/env node
import { EXIT } from './exit-codes.ts';
import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

let isBroken = false;

// `jwt-secrets | head` closes the pipe early: that is no error of ours. A full disk is one.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return;
  isBroken = true;
  process.exitCode = EXIT.failed;
  process.stderr.write(`jwt-secrets: the report cannot be written (${code ?? 'unknown error'})\n`);
});
// Nobody is left to be told.
process.stderr.on('error', () => {});

// Never process.exit(): what is still on its way into a pipe would be lost.
void run(process.argv.slice(2), processTerminal()).then((exitCode) => {
  if (!isBroken) process.exitCode = exitCode;
});
