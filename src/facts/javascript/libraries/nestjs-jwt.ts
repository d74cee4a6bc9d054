import { VERIFY_GRADES } from './jsonwebtoken.ts';
import type { AlgorithmsTable, Library, UnsignedSwitch } from './types.ts';

const MODULE_KEYS = ['secret', 'secretOrPrivateKey', 'privateKey', 'publicKey', 'secretOrKeyProvider'];

const MODULE_UNSIGNED: readonly UnsignedSwitch[] = [
  { at: '0.verifyOptions.algorithms', when: 'none', how: 'accepts-none' },
  { at: '0.signOptions.algorithm', when: 'none', how: 'signs-none' },
];

function moduleAlgorithms(): AlgorithmsTable {
  return {
    honoured: ['0.verifyOptions.algorithms'],
    form: 'array',
    // Signing settings never constrain verification.
    ignored: ['0.verifyOptions.algorithm', '0.algorithms', '0.algorithm'],
    grades: VERIFY_GRADES,
  };
}

/** https://github.com/nestjs/jwt */
export const nestjsJwt: Library = {
  name: '@nestjs/jwt',
  modules: ['@nestjs/jwt'],
  entries: [
    {
      name: 'JwtModule.register',
      members: ['JwtModule.register'],
      invoked: 'call',
      operation: 'configure',
      key: MODULE_KEYS.map((name) => `0.${name}`),
      algorithms: moduleAlgorithms(),
      unsigned: MODULE_UNSIGNED,
    },
    {
      name: 'JwtModule.registerAsync',
      members: ['JwtModule.registerAsync'],
      invoked: 'call',
      operation: 'configure',
      factory: { at: '0.useFactory', members: MODULE_KEYS },
      algorithms: moduleAlgorithms(),
      unsigned: MODULE_UNSIGNED,
    },
    {
      name: 'JwtService',
      members: ['JwtService'],
      invoked: 'new',
      operation: 'configure',
      key: MODULE_KEYS.map((name) => `0.${name}`),
      algorithms: moduleAlgorithms(),
      unsigned: MODULE_UNSIGNED,
    },
    {
      name: 'jwtService.sign',
      members: ['JwtService.#.sign', 'JwtService.#.signAsync'],
      invoked: 'call',
      operation: 'sign',
      key: ['1.secret', '1.privateKey'],
      algorithms: { honoured: ['1.algorithm'], form: 'string' },
      unsigned: [{ at: '1.algorithm', when: 'none', how: 'signs-none' }],
    },
    {
      name: 'jwtService.verify',
      members: ['JwtService.#.verify', 'JwtService.#.verifyAsync'],
      invoked: 'call',
      operation: 'verify',
      key: ['1.secret', '1.publicKey'],
      algorithms: {
        honoured: ['1.algorithms'],
        form: 'array',
        ignored: ['1.algorithm', '1.alg'],
        grades: VERIFY_GRADES,
      },
      unsigned: [{ at: '1.algorithms', when: 'none', how: 'accepts-none' }],
    },
    { name: 'jwtService.decode', members: ['JwtService.#.decode'], invoked: 'call', operation: 'decode' },
  ],
};
