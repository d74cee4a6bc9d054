/** The scan could not run at all; the message is one clear line. */
export class ScanProblem extends Error {}
