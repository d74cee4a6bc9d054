/** Each character of the key-generator sites' ring, followed by those that come after it. Found from published keys. */
const SUCCESSORS: readonly string[] = [
    '2rs', '3st', '4tu', '5uv', '6vw', '7wx', '8xy', '9yz', '!Az', '$BC', '%CD', '&EF', '(GH', ')HJ', '*FG',
    '+KM', '-JK', '/AB', '?DE', '@MN', 'A%?', 'B&?', 'C&*', 'D(*', 'E()', 'F)-', 'G+-', 'H+@', 'J@a', 'Kab',
    'Mbc', 'Ncd', 'Pde', 'Qef', 'Rfg', 'Sgh', 'Thj', 'Ujk', 'Vkm', 'Wmn', 'Xnp', 'Ypq', 'Zqr', 'aNP', 'bPQ',
    'cQR', 'dRS', 'eST', 'fTU', 'gUV', 'hVW', 'jWX', 'kXY', 'mYZ', 'n2Z', 'p23', 'q34', 'r45', 's56', 't67',
    'u78', 'v89', 'w!9', 'x!/', 'y$/', 'z$%',
]; // prettier-ignore

/** The 132 pairs of neighbours that such keys are made of. */
export const GENERATOR_PAIRS: ReadonlySet<string> = new Set(
  SUCCESSORS.flatMap((entry) => [...entry.slice(1)].map((next) => entry.charAt(0) + next)),
);
