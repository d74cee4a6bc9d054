/** Exit codes of the command: design, section 5. */
export const EXIT = { clean: 0, findings: 1, failed: 2, interrupted: 130 } as const;

/** The user's input cannot be run; the message is one clear line. */
export class UsageProblem extends Error {}
