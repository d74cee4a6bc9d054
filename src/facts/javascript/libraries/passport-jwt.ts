import { VERIFY_GRADES } from './jsonwebtoken.ts';
import type { Library } from './types.ts';

/** https://github.com/mikenicholson/passport-jwt */
export const passportJwt: Library = {
  name: 'passport-jwt',
  modules: ['passport-jwt'],
  entries: [
    {
      name: 'Strategy',
      members: ['Strategy', 'PassportStrategy'],
      invoked: 'new',
      operation: 'verify',
      key: ['0.secretOrKey', '0.secretOrKeyProvider'],
      algorithms: {
        honoured: ['0.algorithms'],
        form: 'array',
        // Overwritten by the top-level option of the same name, even when that is undefined.
        ignored: ['0.jsonWebTokenOptions.algorithms', '0.algorithm', '0.alg'],
        grades: VERIFY_GRADES,
      },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
    },
  ],
};
