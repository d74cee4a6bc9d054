import { describe, expect, it } from 'vitest';
import { factsOf } from '../../support/javascript.ts';

function calls(code: string): string[] {
  return factsOf(code).calls.map(({ library, entry }) => `${library} ${entry}`);
}

const VERIFY = ['jsonwebtoken verify'];

const SHAPES: readonly [name: string, code: string, found: readonly string[]][] = [
  ['default import', "import jwt from 'jsonwebtoken'; jwt.verify(t, k)", VERIFY],
  ['namespace import', "import * as jwt from 'jsonwebtoken'; jwt.verify(t, k)", VERIFY],
  ['default of a namespace', "import * as jwt from 'jsonwebtoken'; jwt.default.verify(t, k)", VERIFY],
  ['named import', "import { verify } from 'jsonwebtoken'; verify(t, k)", VERIFY],
  ['renamed import', "import { verify as check } from 'jsonwebtoken'; check(t, k)", VERIFY],
  ['string-named import', "import { 'verify' as check } from 'jsonwebtoken'; check(t, k)", VERIFY],
  ['require', "const jwt = require('jsonwebtoken'); jwt.verify(t, k)", VERIFY],
  ['require with var', "var jwt = require('jsonwebtoken'); jwt.verify(t, k)", VERIFY],
  ['require in place', "require('jsonwebtoken').verify(t, k)", VERIFY],
  ['require of a member', "const verify = require('jsonwebtoken').verify; verify(t, k)", VERIFY],
  ['destructured require', "const { verify } = require('jsonwebtoken'); verify(t, k)", VERIFY],
  ['renamed destructured require', "const { verify: check } = require('jsonwebtoken'); check(t, k)", VERIFY],
  [
    'destructured from the module',
    "import jwt from 'jsonwebtoken'; const { verify } = jwt; verify(t, k)",
    VERIFY,
  ],
  ['import =', "import jwt = require('jsonwebtoken'); jwt.verify(t, k)", VERIFY],
  [
    'import = of a member',
    "import jwt = require('jsonwebtoken'); import check = jwt.verify; check(t, k)",
    VERIFY,
  ],
  ['dynamic import', "const jwt = await import('jsonwebtoken'); jwt.verify(t, k)", VERIFY],
  [
    'dynamic import, default',
    "const { default: jwt } = await import('jsonwebtoken'); jwt.verify(t, k)",
    VERIFY,
  ],
  ['dynamic import in place', "(await import('jsonwebtoken')).verify(t, k)", VERIFY],
  ['transpiled interop', 'var j = __importDefault(require("jsonwebtoken")); j.default.verify(t, k)', VERIFY],
  ['called through (0, x)', "var j = require('jsonwebtoken'); (0, j.verify)(t, k)", VERIFY],
  ['computed member', "import jwt from 'jsonwebtoken'; jwt['verify'](t, k)", VERIFY],
  ['optional call', "import jwt from 'jsonwebtoken'; jwt?.verify?.(t, k)", VERIFY],
  ['promisify', "import jwt from 'jsonwebtoken'; const v = promisify(jwt.verify); v(t, k)", VERIFY],
  ['util.promisify', "import jwt from 'jsonwebtoken'; util.promisify(jwt.verify)(t, k)", VERIFY],
  ['bind', "import jwt from 'jsonwebtoken'; const v = jwt.verify.bind(jwt); v(t, k)", VERIFY],
  ['alias', "import jwt from 'jsonwebtoken'; const j = jwt; j.verify(t, k)", VERIFY],
  ['assigned later', "let jwt; jwt = require('jsonwebtoken'); jwt.verify(t, k)", VERIFY],
  [
    'class field',
    "import jwt from 'jsonwebtoken'; class A { j = jwt; m() { this.j.verify(t, k); } }",
    VERIFY,
  ],
  ['npm: specifier', "import jwt from 'npm:jsonwebtoken@9'; jwt.verify(t, k)", VERIFY],
  [
    'type-only names do not matter',
    "import jwt, { type JwtPayload } from 'jsonwebtoken'; jwt.verify(t, k)",
    VERIFY,
  ],

  [
    'jose builder',
    "import { SignJWT } from 'jose'; new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().sign(k)",
    ['jose SignJWT', 'jose SignJWT.setProtectedHeader'],
  ],
  [
    'jose builder in steps',
    "import { SignJWT } from 'jose'; const j = new SignJWT({}); j.setIssuedAt(); j.sign(k)",
    ['jose SignJWT'],
  ],
  ['jose namespace', "import * as jose from 'jose'; jose.jwtVerify(t, k)", ['jose jwtVerify']],
  ['jose subpath', "import { jwtVerify } from 'jose/jwt/verify'; jwtVerify(t, k)", ['jose jwtVerify']],
  [
    'express-jwt 7',
    "import { expressjwt as guard } from 'express-jwt'; guard({ secret: k })",
    ['express-jwt expressjwt'],
  ],
  ['express-jwt 6', "const guard = require('express-jwt'); guard({ secret: k })", ['express-jwt expressjwt']],
  [
    'passport-jwt',
    "const JwtStrategy = require('passport-jwt').Strategy; new JwtStrategy({ secretOrKey: k }, f)",
    ['passport-jwt Strategy'],
  ],
  [
    'passport-jwt default',
    "import p from 'passport-jwt'; new p.Strategy({ secretOrKey: k }, f)",
    ['passport-jwt Strategy'],
  ],
  [
    'Nest passport strategy',
    "import { Strategy } from 'passport-jwt'; import { PassportStrategy } from '@nestjs/passport'; class S extends PassportStrategy(Strategy, 'x') { constructor() { super({ secretOrKey: k }); } }",
    ['passport-jwt Strategy'],
  ],
  [
    'constructing our own strategy is no second call',
    "import { Strategy } from 'passport-jwt'; class S extends Strategy { constructor() { super({ secretOrKey: k }); } } new S({})",
    ['passport-jwt Strategy'],
  ],
  [
    'Nest module',
    "import { JwtModule } from '@nestjs/jwt'; JwtModule.register({ secret: k })",
    ['@nestjs/jwt JwtModule.register'],
  ],
  [
    'Nest module, async',
    "import { JwtModule } from '@nestjs/jwt'; JwtModule.registerAsync({ useFactory: () => ({ secret: k }) })",
    ['@nestjs/jwt JwtModule.registerAsync'],
  ],
  [
    'Nest service by parameter property',
    "import { JwtService } from '@nestjs/jwt'; class A { constructor(private jwt: JwtService) {} m() { return this.jwt.signAsync({}); } }",
    ['@nestjs/jwt jwtService.sign'],
  ],
  [
    'Nest service by field type',
    "import { JwtService } from '@nestjs/jwt'; class A { @Inject() private jwt: JwtService; m() { return this.jwt.verify(t); } }",
    ['@nestjs/jwt jwtService.verify'],
  ],
  [
    'Nest service by parameter type',
    "import { JwtService } from '@nestjs/jwt'; function f(s: JwtService) { return s.verifyAsync(t); }",
    ['@nestjs/jwt jwtService.verify'],
  ],
  [
    'Nest service assigned in the constructor',
    "import { JwtService } from '@nestjs/jwt'; class A { j; constructor(s: JwtService) { this.j = s; } m() { return this.j.decode(t); } }",
    ['@nestjs/jwt jwtService.decode'],
  ],
  [
    'Nest service constructed',
    "import { JwtService } from '@nestjs/jwt'; const s = new JwtService({ secret: k }); s.sign({})",
    ['@nestjs/jwt JwtService', '@nestjs/jwt jwtService.sign'],
  ],
  [
    'Fastify plugin',
    "import fastifyJwt from '@fastify/jwt'; app.register(fastifyJwt, { secret: k })",
    ['@fastify/jwt fastifyJwt'],
  ],
  [
    'Fastify plugin in place',
    "app.register(require('@fastify/jwt'), { secret: k })",
    ['@fastify/jwt fastifyJwt'],
  ],
  [
    'Fastify plugin, dynamic import',
    "app.register(import('@fastify/jwt'), { secret: k })",
    ['@fastify/jwt fastifyJwt'],
  ],

  [
    'crypto.sign',
    "import crypto from 'node:crypto'; crypto.sign('sha256', d, k); crypto.verify('sha256', d, k, s)",
    [],
  ],
  ['argon2.verify', "import argon2 from 'argon2'; argon2.verify(h, p)", []],
  ['bcrypt', "const bcrypt = require('bcrypt'); bcrypt.verify(a, b)", []],
  ['ethers wallet', "import { Wallet } from 'ethers'; new Wallet(k).sign(m)", []],
  ['TextDecoder', 'new TextDecoder().decode(b)', []],
  ['a local verify', 'function verify(t, k) {} verify(t, k)', []],
  ['an unknown jwt', 'function f(jwt) { jwt.verify(t, k); }', []],
  ['shadowed import', "import { verify } from 'jsonwebtoken'; function f(verify) { verify(t, k); }", []],
  ['other module of a like name', "import jwt from './jsonwebtoken'; jwt.verify(t, k)", []],
];

describe('findCalls', () => {
  it.each(SHAPES)('%s', (_, code, found) => {
    expect(calls(code)).toEqual(found);
  });
});

const algorithms = (code: string): string[] =>
  factsOf(`import jwt from 'jsonwebtoken'; ${code}`).calls.map(
    ({ algorithms }) =>
      `${algorithms?.state}${algorithms?.values.length ? `:${algorithms.values.join('+')}` : ''}`,
  );

const PINS: readonly [name: string, code: string, state: string][] = [
  ['none', 'jwt.verify(t, k)', 'missing'],
  ['other options', 'jwt.verify(t, k, { issuer: i })', 'missing'],
  ['callback only', 'jwt.verify(t, k, (e, p) => p)', 'missing'],
  ['options undefined', 'jwt.verify(t, k, undefined, f)', 'missing'],
  ['in place', "jwt.verify(t, k, { algorithms: ['HS256'] })", 'pinned:HS256'],
  ['with a callback', "jwt.verify(t, k, { algorithms: ['HS256'] }, f)", 'pinned:HS256'],
  ['quoted key', "jwt.verify(t, k, { 'algorithms': ['HS256'] })", 'pinned:HS256'],
  ['options in a const', "const o = { algorithms: ['HS256'] }; jwt.verify(t, k, o)", 'pinned:HS256'],
  ['list in a const', "const algorithms = ['HS256']; jwt.verify(t, k, { algorithms })", 'pinned:HS256'],
  ['name in a const', "const alg = 'HS256'; jwt.verify(t, k, { algorithms: [alg] })", 'pinned:HS256'],
  ['member of a const', "const c = { algs: ['HS256'] }; jwt.verify(t, k, { algorithms: c.algs })", 'pinned:HS256'],
  ['spread', "const o = { algorithms: ['HS256'] }; jwt.verify(t, k, { ...o, issuer: i })", 'pinned:HS256'],
  ['Object.assign', "jwt.verify(t, k, Object.assign({}, { algorithms: ['HS256'] }))", 'pinned:HS256'],
  ['set later', "const o = {}; o.algorithms = ['HS256']; jwt.verify(t, k, o)", 'pinned:HS256'],
  ['conditional options without a pin', 'jwt.verify(t, k, x ? { issuer: i } : {})', 'missing'],
  ['empty list', 'jwt.verify(t, k, { algorithms: [] })', 'refusing'],
  ['undefined', 'jwt.verify(t, k, { algorithms: undefined })', 'empty'],
  ['misspelt', "jwt.verify(t, k, { algorithm: 'HS256' })", 'misplaced:HS256'],
  ["the token's own header", 'const d = jwt.decode(t, { complete: true }); jwt.verify(t, k, { algorithms: [d.header.alg] })', 'from-token'],
  ['options from a parameter', 'function f(o) { jwt.verify(t, k, o); }', 'unknown'],
  ['list from a parameter', 'function f(a) { jwt.verify(t, k, { algorithms: a }); }', 'unknown'],
  ['spread of a parameter', 'function f(o) { jwt.verify(t, k, { ...o }); }', 'unknown'],
  ['options of a call', 'jwt.verify(t, k, options())', 'unknown'],
  ['spread arguments', 'jwt.verify(...a)', 'unknown'],
  ['options from an import', "import o from './o'; jwt.verify(t, k, o)", 'unknown'],
]; // prettier-ignore

describe('algorithmsOf', () => {
  it.each(PINS)('%s', (_, code, state) => {
    expect(algorithms(code).at(-1)).toBe(state);
  });
});
