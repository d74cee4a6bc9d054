import type { WordTier } from './tier.ts';

/**
 * Words people write when a form asks them for a secret, by how likely they are there. A value with two of them is
 * a sentence about the secret, not a secret. Compiled by hand.
 */
export const MARKERS: readonly WordTier[] = [
  { bits: 2, words: 'secret key jwt token my your' },
  {
    bits: 3,
    words: `password super the this is a change me private signing sign auth test dev prod production default example
      hmac hs hs256 very long`,
  },
  {
    bits: 4,
    words: `secrets keys tokens jwts changeme changeit changethis random string secure strong safe refresh access
      session api app user users admin here in to be and that must at least min minimum chars char characters
      character bytes bits bit sample demo dummy fake local development staging testing for use please replace with
      some any value placeholder insert put enter goes set env hash salt pass passwd passphrase phrase shared real
      signature secretkey mysecret supersecret topsecret jwtsecret yoursecret`,
  },
  {
    bits: 5,
    words: `not do dont it of on or an so no new only own should really enough generate generated generator needs need
      security secured authentication authorization authenticate encryption encrypt encode encoded encoding algorithm
      sha base base64 sha256 sha512 hs512 hs384 rs256 client server backend frontend service web site website project
      application company name master root fallback hardcoded unsafe insecure temp temporary tmp unit integration e2e
      ci mock fixture stub spec config file node nodejs express nest nestjs spring boot java django flask laravel php
      rails ruby golang go rust react vue next nextjs graphql mongo mongodb mysql postgres redis docker kubernetes
      firebase supabase hasura strapi keyboard cat shh shhh shhhh shhhhh shhhhhh ssshhh something somethings top hidden
      keep guess hard unguessable crack hack hacker safely world hello foo bar baz qux lorem ipsum dolor sit amet
      openssl rand urandom head length size digits alphanumeric hex unique complex complicated important sensitive
      confidential credential credentials required optional never commit share update fill define provide add
      override everyone nobody knows know jsonwebtoken json issuer bearer cookie cookies oauth login signin sso
      microservice gateway payload expire expires lifetime verify verification validation undefined null`,
  },
  {
    bits: 3,
    words: `clave claves secreta secretas secreto secretos llave contrasena chave chaves senha segredo segreto segreta
      segrete chiave secrete motdepasse geheim geheime geheimer geheimes geheimen geheimnis schluessel schlussel
      passwort kennwort haslo hasla tajne tajny tajnego klucz klucza sekret sekretny gizli anahtar anahtari sifre
      sifresi kunci rahasia sandi chavesecreta clavesecreta cheie tajna lozinka kljuc heslo klic tajemstvi salasana
      avain salainen hemlig hemligt hemlighet nyckel nyckeln losenord hemmelig nokkel adgangskode sleutel wachtwoord
      titok titkos kulcs jelszo matkhau parol klyuch klyucha kluch sekretnyy taynyy himitsu miyao bimilbeonho nenosiri
      parool maxfiy kalit mistiko mystiko kleidi klidi kodikos sirr sirri serri miftah mafateh kelid makhfi sod
      sodi mafteach sisma gupt chabi tajni tajno taen kupiya khufia ragasiyam gopon rahasyam clau giltza sekretua
      pasahitza slaptas raktas slaptazodis slepena atslega salajane skrivnost geslo kluc klucot sikreto ufunguo
      rahsia hemmeligt noegle nogle salaisuus mystic contrasenia contrasinal lozinku heslem tajnym khufiya
      wagwoord llavesecreta sekreta kunciku sirkey sifrem gizlice khoabimat kelidi sodit secretissime`,
  },
  {
    bits: 4,
    words: `larga segura aleatoria caracteres menos minimo cambiar cambiame cambia esta forte mudar troque trocar altere
      alterar producao producion produccion produzione produktion produkcji produksi productie cambiami cle votre mot
      passe mdp andern aendern bardzo zmien degistir degistirin ganti parola schimba zmen vaihda byt wijzig bimat khoa
      kagi angou mima bimil susi siri lihim changez changer`,
  },
];
