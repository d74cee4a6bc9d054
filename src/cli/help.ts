/** The text of `--help`. */
export const HELP = `Usage: jwt-secrets [scan] [paths...] [options]
       jwt-secrets inspect TOKEN|- [options]
       jwt-secrets rules | explain RULE | generate [options]

Finds weak, hard-coded, shared and leaked JWT secrets, and JWT calls that trust the wrong algorithm.

Scan
  -f, --format FORMAT      pretty, json or sarif (default pretty)
  -o, --output FILE        write the report there
  --fail-on LEVEL          exit 1 from this severity on: critical, high, medium, low or never (default medium)
  --min-severity LEVEL     what to show (default low; medium in pretty, which counts the rest)
  --rule RULE              only this rule; may be given several times
  --ignore PATTERN         leave paths out, as in .gitignore; may be given several times
  --config FILE            settings (default jwt-secrets.config.json, or "jwt-secrets" in package.json)
  --no-config              no settings file
  --staged                 what is about to be committed, as git's index has it
  --changed REF            what differs from the commit where this branch left REF, and what is not committed yet
  --baseline FILE          known findings are counted, not reported
  --update-baseline        write what is found into the baseline (default .jwt-secrets-baseline)
  --wordlist FILE          further secrets that are no longer secret, one a line
  --threads N              how many threads read files (default one for each processor)
  --no-cache               keep nothing for the next scan, and start from nothing
  --stats                  say where the time went
  -q, --quiet              no progress line, and no report when there is nothing to show
  --show-secrets           do not mask secrets: never in a log that others read

Inspect: what a token says, and whether its secret can be guessed; a token is best given on standard input
  --wordlist FILE          further secrets to try, one a line; may be given several times
  --json                   for machines
  -q, --quiet              no progress line
  --show-secrets           do not mask the secret that was found

Generate
  --alg HS256|HS384|HS512  the algorithm the secret is for (default HS256)
  -f, --format FORMAT      base64url, base64 or hex (default base64url)
  --env NAME               print NAME=secret

Everywhere
  -h, --help               this text
  -v, --version            the version
  --debug                  where an unexpected error came from

Exit status: 0 nothing at or above --fail-on, 1 findings (inspect: the secret was found), 2 could not run, 130 interrupted.
`;
