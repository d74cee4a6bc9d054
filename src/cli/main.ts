#!/usr/bin/env node
import { run } from './run.ts';
import { processTerminal } from './terminal.ts';

// `jwt-secrets | head` closes the pipe early: that is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exitCode = 0;
});

process.exitCode = await run(process.argv.slice(2), processTerminal());
