import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const EXPRESS = "import express from 'express';\n";

/** Every way to read a token without checking it. */
// prettier-ignore
const DECODERS: readonly (readonly [name: string, head: string, call: string, callee: string])[] = [
  ['jsonwebtoken', JWT, 'jwt.decode(token)', 'jwt.decode'],
  ['by hand, bytes', '', "JSON.parse(Buffer.from(token.split('.')[1], 'base64').toString())", 'JSON.parse'],
  ['by hand, atob', '', "JSON.parse(atob(token.split('.')[1].replace(/-/g, '+')))", 'JSON.parse'],
  ['jsonwebtoken, named', "import { decode } from 'jsonwebtoken';\n", 'decode(token)', 'decode'],
  ['jsonwebtoken, deep', "import decode from 'jsonwebtoken/decode';\n", 'decode(token)', 'decode'],
  ['jwt-decode', "import { jwtDecode } from 'jwt-decode';\n", 'jwtDecode(token)', 'jwtDecode'],
  ['jwt-decode, older', "import jwt_decode from 'jwt-decode';\n", 'jwt_decode(token)', 'jwt_decode'],
  ['jose', "import { decodeJwt } from 'jose';\n", 'decodeJwt(token)', 'decodeJwt'],
  ['hono', "import { decode } from 'hono/jwt';\n", 'decode(token).payload', 'decode'],
  ['jws', "import jws from 'jws';\n", 'jws.decode(token)', 'jws.decode'],
  ['fast-jwt', "import { createDecoder } from 'fast-jwt';\nconst decode = createDecoder();\n", 'decode(token)', 'decode'],
  ['jsrsasign', "import { KJUR } from 'jsrsasign';\n", 'KJUR.jws.JWS.parse(token)', 'KJUR.jws.JWS.parse'],
  ['Cloudflare worker library', "import { decode } from '@tsndr/cloudflare-worker-jwt';\n", 'decode(token)', 'decode'],
  ['aws-jwt-verify', "import { decomposeUnverifiedJwt } from 'aws-jwt-verify/jwt';\n", 'decomposeUnverifiedJwt(token)', 'decomposeUnverifiedJwt'],
];

const deciding: InvalidCase[] = DECODERS.map(([name, head, call, callee]) => ({
  name: `role compared, ${name}`,
  code: `${head}export function guard(token, next) {\n  const claims = ${call};\n  if (claims.role === 'admin') next();\n}`,
  found: [`decision ${callee}`],
  severities: ['medium'],
  message: 'decides a comparison',
}));

const reading: RuleCase[] = DECODERS.map(([name, head, call]) => ({
  name: `expiry read, ${name}`,
  code: `${head}export const isOver = (token) => {\n  const claims = ${call};\n  return claims.exp * 1000 < Date.now();\n};`,
}));

/** `claims` is what an unverified token says; each use shows it or reads its frame. */
// prettier-ignore
const HARMLESS: readonly (readonly [name: string, use: string])[] = [
  ['logged', 'console.log(claims.sub);'],
  ['logged whole', 'logger.info(claims);'],
  ['formatted', 'return `${claims.exp}`;'],
  ['checked to be there', "if (!claims) throw new Error('no token');"],
  ['checked to be an object', "if (typeof claims !== 'object') throw new Error('no token');"],
  ['compared with null', 'if (claims === null) return;'],
  ['header read', 'return keys[claims.header.kid];'],
  ['issuer compared', "if (claims.iss !== 'https://id.example.test') return null;"],
  ['type compared', "if (claims.type === 'refresh') return null;"],
  ['id compared with null', 'if (claims.sub == null) return;'],
  ['times destructured', 'const { exp, iat } = claims;\nreturn exp - iat;'],
  ['length of the text', 'return claims.sub.length > 0;'],
];

const harmless: RuleCase[] = HARMLESS.map(([name, use]) => ({
  name: `harmless: ${name}`,
  code: `${JWT}export function look(token, keys, logger) {\n  const claims = jwt.decode(token);\n  ${use}\n}`,
}));

/** `claims` is what an unverified token says; each use acts on it. */
// prettier-ignore
const HARMFUL: readonly (readonly [name: string, use: string, message: string])[] = [
  ['user of the request', 'req.user = claims;', 'says who the user is'],
  ['user id of the request', 'req.userId = claims.sub;', 'says who the user is'],
  ['state of the context', 'ctx.state.user = claims;', 'says who the user is'],
  ['locals of the response', 'res.locals.user = claims;', 'says who the user is'],
  ['user of a socket', 'socket.user = { id: claims.sub };', 'says who the user is'],
  ['user after a check', 'if (claims) req.user = claims;', 'says who the user is'],
  ['id looked up', 'return User.findById(claims.id);', 'chooses what is read'],
  ['id looked up in an object', 'return prisma.user.findUnique({ where: { id: claims.sub } });', 'chooses what is read'],
  ['id looked up through a constant', 'const id = claims.sub;\n  return users.findOne({ id });', 'chooses what is read'],
  ['id destructured and looked up', 'const { sub } = claims;\n  return users.findById(sub);', 'chooses what is read'],
  ['id deleted', 'return accounts.deleteOne({ _id: claims.sub });', 'chooses what is read'],
  ['role compared', "return claims.role === 'admin';", 'decides a comparison'],
  ['id compared', 'return claims.sub !== params.id;', 'decides a comparison'],
  ['roles searched', "return claims.roles.includes('admin');", 'decides a comparison'],
  ['flag asked', 'if (claims.isAdmin) return next();', 'decides a comparison'],
  ['flag asked in a ternary', "return claims.isAdmin ? all() : some();", 'decides a comparison'],
  ['role switched', "switch (claims.role) {\n    case 'admin':\n      return next();\n  }", 'decides a comparison'],
  ['claims signed anew', 'return jwt.sign({ sub: claims.sub }, key, { expiresIn: 60 });', 'goes into a new token'],
  ['claims signed anew, whole', 'return jwt.sign({ ...claims }, key, { expiresIn: 60 });', 'goes into a new token'],
  ['handed to passport', 'return done(null, claims);', 'is handed on as the user'],
];

const harmful: InvalidCase[] = HARMFUL.map(([name, use, message]) => ({
  name: `harmful: ${name}`,
  code: `${JWT}export function act(token, req, res, ctx, socket, next, done) {\n  const claims = jwt.decode(token);\n  ${use}\n}`,
  found: ['decision jwt.decode'],
  message,
}));

// prettier-ignore
const valid: readonly RuleCase[] = [
  ...reading,
  ...harmless,
  { name: 'taken apart by hand and checked', code: "import { createHmac } from 'node:crypto';\nexport function guard(token, key, next) {\n  const [head, body, mac] = token.split('.');\n  if (createHmac('sha256', key).update(`${head}.${body}`).digest('base64url') !== mac) return;\n  if (JSON.parse(Buffer.from(body, 'base64url').toString()).role === 'admin') next();\n}" },
  { name: 'header taken apart by hand', code: "export function guard(token, next) {\n  const [head] = token.split('.');\n  if (JSON.parse(atob(head)).role === 'admin') next();\n}" },
  { name: 'other text taken apart by hand', code: "// token\nexport function guard(text, next) {\n  const parts = text.split(':');\n  if (JSON.parse(atob(parts[1])).role === 'admin') next();\n  return text.split('.');\n}" },
  { name: 'taken apart by hand in a browser', code: "export function menu() {\n  const claims = JSON.parse(atob(localStorage.getItem('token').split('.')[1]));\n  return claims.role === 'admin';\n}", filename: 'src/menu.js' },
  { name: 'verified afterwards', code: `${JWT}export async function find(token) {\n  const { sub } = jwt.decode(token);\n  const user = await User.findById(sub);\n  jwt.verify(token, user.secret, { algorithms: ['HS256'] });\n  return user;\n}` },
  { name: 'verified before', code: `${JWT}export function find(token) {\n  jwt.verify(token, key, { algorithms: ['HS256'] });\n  const claims = jwt.decode(token);\n  return User.findById(claims.sub);\n}` },
  { name: 'verified by jose', code: "import { decodeJwt, jwtVerify } from 'jose';\nexport async function find(token) {\n  const { tid } = decodeJwt(token);\n  const tenant = await tenants.findById(decodeJwt(token).tenant);\n  await jwtVerify(token, tenant.keys, { algorithms: ['RS256'] });\n}" },
  { name: 'verified by a function of one\'s own', code: `${JWT}export async function find(token) {\n  const claims = jwt.decode(token);\n  const user = await User.findById(claims.sub);\n  await verifyToken(token, user);\n  return user;\n}` },
  { name: 'verified by a method', code: `${JWT}export async function guard(token) {\n  const claims = jwt.decode(token);\n  if (claims.role === 'guest') return;\n  return this.auth.validateToken(token);\n}` },
  { name: 'token of the session that middleware verified', code: `${JWT}export const tenant = (ctx) => {\n  const claims = jwt.decode(ctx.state.auth.token);\n  return Tenant.findById(claims.tenantId);\n};` },
  { name: 'own token', code: `${JWT}const token = jwt.sign({ sub: 1 }, key, { expiresIn: 60 });\nconst claims = jwt.decode(token);\nawait Session.create({ sub: claims.sub });` },
  { name: 'own token in place', code: `${JWT}const claims = jwt.decode(jwt.sign({ sub: 1 }, key, { expiresIn: 60 }));\nreq.user = claims;` },
  { name: 'own token of a service', code: `${JWT}const token = await service.createAccessToken({ sub: 1 });\nreq.user = jwt.decode(token);` },
  { name: 'key by the header', code: `${JWT}const decoded = jwt.decode(token, { complete: true });\nconst key = await client.getSigningKey(decoded.header.kid);` },
  { name: 'algorithm of the header', code: "import { decodeProtectedHeader } from 'jose';\nif (decodeProtectedHeader(token).alg !== 'RS256') throw new Error('no');" },
  { name: 'helper that says it is unverified', code: `${JWT}export const decodeToken = (token) => jwt.decode(token);` },
  { name: 'helper that reads a claim', code: `${JWT}export function getTokenExpiration(token) {\n  return jwt.decode(token).exp;\n}` },
  { name: 'React component', code: "import React from 'react';\nimport { jwtDecode } from 'jwt-decode';\nexport const Menu = ({ token }) => (jwtDecode(token).role === 'admin' ? <a href=\"/admin\">Admin</a> : null);", filename: 'src/Menu.jsx' },
  { name: 'React hook', code: "import { useState } from 'react';\nimport { jwtDecode } from 'jwt-decode';\nexport const useUser = (token) => useState(jwtDecode(token).sub);", filename: 'src/hooks/useUser.ts' },
  { name: 'Vue store', code: "import { defineStore } from 'pinia';\nimport { jwtDecode } from 'jwt-decode';\nexport const useAuth = defineStore('auth', { getters: { isAdmin: (state) => jwtDecode(state.token).role === 'admin' } });" },
  { name: 'Vue component', code: '<script setup>\nimport { jwtDecode } from \'jwt-decode\';\nconst isAdmin = jwtDecode(props.token).role === \'admin\';\n</script>\n', filename: 'src/Menu.vue' },
  { name: 'browser storage', code: "import { jwtDecode } from 'jwt-decode';\nconst claims = jwtDecode(localStorage.getItem('token'));\nexport const isAdmin = claims.role === 'admin';" },
  { name: 'client folder', code: "import { jwtDecode } from 'jwt-decode';\nexport const isAdmin = (token) => jwtDecode(token).role === 'admin';", filename: 'client/src/utils/auth.js' },
  { name: 'test', code: `${JWT}it('names the user', () => {\n  expect(jwt.decode(token).sub === 'me').toBe(true);\n});`, filename: 'test/auth.test.ts' },
  { name: 'verify', code: `${JWT}export const find = (token) => User.findById(jwt.verify(token, key, { algorithms: ['HS256'] }).sub);` },
  { name: 'jwt-simple verifies with decode', code: "import jwt from 'jwt-simple';\nexport const find = (token) => User.findById(jwt.decode(token, key, false, 'HS256').sub);" },
  { name: 'local decode', code: "const decode = (token) => JSON.parse(token);\nif (decode(jwt).role === 'admin') next();" },
  { name: 'base64', code: "import { decode } from 'base64-arraybuffer';\nif (decode(jwt).role === 'admin') next();" },
  { name: 'empty file', code: '' },
];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  ...deciding,
  ...harmful,
  { name: 'taken apart by hand, in steps', code: `${EXPRESS}export function guard(req, res, next) {\n  const token = req.headers.authorization.split(' ')[1];\n  const body = token.split('.')[1];\n  const claims = JSON.parse(Buffer.from(body, 'base64').toString('utf8'));\n  req.user = claims;\n  next();\n}`, found: ['decision JSON.parse'], message: '(by hand) checks no signature' },
  { name: 'taken apart by hand, by a pattern', code: `${EXPRESS}export function guard(token, next) {\n  const [, body] = token.split('.');\n  const { role } = JSON.parse(atob(body));\n  if (role === 'admin') next();\n}`, found: ['decision JSON.parse'] },
  { name: 'taken apart by hand, by numbers', code: `${EXPRESS}export function guard(token, next) {\n  const parts = token.split('.');\n  const { role } = JSON.parse(Buffer.from(parts[1], 'base64url').toString());\n  if (role === 'admin') next();\n}`, found: ['decision JSON.parse'] },
  { name: 'returned as the user', code: `${JWT}export function getUser(token) {\n  return jwt.decode(token);\n}`, found: ['decision jwt.decode'], message: 'is handed on as the user' },
  { name: 'returned as the user by an arrow', code: `${JWT}export const currentUser = (req) => jwt.decode(req.headers.authorization);`, found: ['decision jwt.decode'] },
  { name: 'returned by a guard', code: `${JWT}class AuthGuard {\n  async authenticate(token) {\n    const claims = jwt.decode(token);\n    return { id: claims.sub };\n  }\n}`, found: ['decision jwt.decode'] },
  { name: 'decoded by a helper in the file', code: `${JWT}const read = (token) => jwt.decode(token);\nexport const guard = (req, res, next) => {\n  req.user = read(req.cookies.token);\n  next();\n};`, found: ['decision jwt.decode'] },
  { name: 'decoded in an immediate function', code: `${JWT}const claims = (() => {\n  try {\n    return jwt.decode(token);\n  } catch {\n    return null;\n  }\n})();\nawait User.findByEmail(claims.email);`, found: ['decision jwt.decode'] },
  { name: 'with a type assertion', code: `${JWT}const claims = jwt.decode(token) as { role: string };\nif (claims.role === 'admin') next();`, found: ['decision jwt.decode'] },
  { name: 'with an optional chain', code: `${JWT}if (jwt.decode(token)?.role === 'admin') next();`, found: ['decision jwt.decode'] },
  { name: 'of the complete token', code: `${JWT}const { payload } = jwt.decode(token, { complete: true });\nreq.user = payload;`, found: ['decision jwt.decode'] },
  { name: 'of the complete token, as a member', code: `${JWT}req.user = jwt.decode(token, { complete: true }).payload;`, found: ['decision jwt.decode'] },
  { name: 'assigned later', code: `${JWT}let claims;\ntry {\n  claims = jwt.decode(token);\n} catch {}\nreq.user = claims;`, found: ['decision jwt.decode'] },
  { name: 'in middleware of Express', code: `${EXPRESS}${JWT}express().use((req, res, next) => {\n  req.user = jwt.decode(req.headers.authorization);\n  next();\n});`, filename: 'web/middleware.js', found: ['decision jwt.decode'] },
  { name: 'token of a provider', code: `${JWT}export async function login(tokens) {\n  const claims = jwt.decode(tokens.id_token);\n  return User.findOrCreate({ email: claims.email });\n}`, found: ['provider jwt.decode'], severities: ['low'] },
  { name: 'another token is verified in another function', code: `${JWT}export const check = (token) => jwt.verify(token, key, { algorithms: ['HS256'] });\nexport function guard(token, req) {\n  req.user = jwt.decode(token);\n}`, found: ['decision jwt.decode'] },
  { name: 'Nest service', code: "import { JwtService } from '@nestjs/jwt';\nexport class Guard {\n  constructor(private readonly jwt: JwtService) {}\n  canActivate(request) {\n    request.user = this.jwt.decode(request.headers.token);\n    return true;\n  }\n}", found: ['decision this.jwt.decode'] },
  { name: 'Fastify request, in a package that has the plugin', code: 'export const guard = async (request) => {\n  const claims = await request.jwtDecode();\n  request.user = claims;\n};', files: { 'package.json': '{"dependencies":{"@fastify/jwt":"9.0.0"}}' }, found: ['decision request.jwtDecode'] },
  { name: 'Windows line ends', code: "import jwt from 'jsonwebtoken';\r\nconst claims = jwt.decode(token);\r\nreq.user = claims;\r\n", found: ['decision jwt.decode'] },
];

describeRule('no-unverified-decode', valid, invalid);
