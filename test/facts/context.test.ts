import { expect, test } from 'vitest';
import fc from 'fast-check';
import { contextAt, contextOf, contextOfText, environmentOf } from '../../src/facts/context.ts';

test.each([
  ['src/__tests__/a.ts', 'test'], ['test/a.ts', 'test'], ['tests/conf.yml', 'test'], ['src/a.spec.ts', 'test'], ['src/a.test.tsx', 'test'],
  ['cypress/support/x.js', 'test'], ['e2e/a.ts', 'test'], ['src/__mocks__/x.ts', 'test'], ['fixtures/a/.env', 'test'], ['a/mocks/x.ts', 'test'],
  ['src/a.e2e-spec.ts', 'test'], ['pkg/jwt_test.go', 'test'], ['app/test_auth.py', 'test'], ['src/JwtUtilTest.java', 'test'], ['.env.test', 'test'],
  ['lib/.env.test.local', 'test'], ['docker-compose.test.yml', 'test'], ['config/test.json', 'test'], ['docker/testing/compose.yml', 'test'],
  ['.github/workflows/ci.yml', 'test'], ['.travis.yml', 'test'], ['.github/workflows/deploy.yml', 'config'], ['.github/workflows/ci-cd.yml', 'config'],
  ['internal/test_resources/config.yml', 'test'], ['modules/config-test/a.pem', 'test'], ['t/certs/server.key', 'test'], ['t/plugin/auth.t', 'test'],
  ['src/t/a.ts', 'source'], ['src/latest-tester/a.ts', 'source'], ['types/index.tst.ts', 'test'], ['types/index.test-d.ts', 'test'], ['vitest.config.ts', 'test'], ['vitest.integration.config.mts', 'test'], ['jest.config.js', 'test'],
  ['jest.setup.ts', 'test'], ['apps/web/vitestSetup.ts', 'test'], ['src/setupTests.js', 'test'], ['setup-jest.ts', 'test'], ['jest.setup.env.js', 'test'], ['testSetup.ts', 'test'],
  ['phpunit.xml', 'test'], ['phpunit.xml.dist', 'test'], ['phpunit.ci.xml', 'test'], ['pytest.ini', 'test'], ['tox.ini', 'test'], ['.mocharc.json', 'test'], ['playwright.config.ts', 'test'],
  ['cypress.env.json', 'test'], ['karma.conf.js', 'test'], ['src/setup.ts', 'source'], ['src/testing-setup-guide.ts', 'source'],
  ['src/mock.ts', 'test'], ['README.md', 'docs'], ['docs/a.html', 'docs'], ['docs/config.yml', 'docs'], ['a/page.mdx', 'docs'], ['guide.adoc', 'docs'],
  ['examples/basic/index.js', 'docs'], ['_examples/basic/main.go', 'docs'], ['_example/main.go', 'docs'], ['src/__snapshots__/a.ts', 'test'], ['docs_src/tutorial.py', 'docs'], ['api-docs/auth.ts', 'docs'], ['lib/__test-support__/files/app.json', 'test'], ['.github/workflows/playwright.yaml', 'test'], ['templates/travis.yml', 'test'], ['samples/Shop/Program.cs', 'docs'], ['src/resample/a.ts', 'source'], ['api/swagger.yaml', 'docs'], ['x.postman_collection.json', 'docs'], ['http/auth.http', 'docs'],
  ['src/config/env.ts', 'source'], ['env.mjs', 'source'], ['env.yml', 'config'], ['env.sample.yml', 'template'], ['benches/sign.rs', 'test'], ['.env.example', 'template'], ['backend/.envexample', 'template'], ['env-example', 'template'], ['env.example', 'template'], ['.env.sample', 'template'],
  ['.env.local.example', 'template'], ['.example.env', 'template'], ['config.json.dist', 'template'], ['src/config.ts.example', 'template'],
  ['config.template.yml', 'template'], ['template.yaml', 'config'], ['keys/private.pem.example', 'template'], ['.env.defaults', 'template'], ['settings.tpl', 'template'],
  ['.env', 'config'], ['.env.production', 'config'], ['config/default.json', 'config'], ['docker-compose.yml', 'config'], ['Dockerfile', 'config'],
  ['prod.Dockerfile', 'config'], ['app.properties', 'config'], ['pyproject.toml', 'config'], ['.envrc', 'config'], ['web.config', 'config'],
  ['src/index.ts', 'source'], ['src/latest.ts', 'source'], ['src/contest/a.ts', 'source'], ['src/template.ts', 'source'], ['src/inspect.js', 'source'],
  ['src/attestation.go', 'source'], ['', 'source'],
])('context of %s is %s', (path, expected) => {
  expect(contextOf(path)).toBe(expected);
}); // prettier-ignore

test.each([
  ['.env', null], ['.vscode/launch.json', 'development'], ['dev/docker-compose.yaml', 'development'], ['prod/.env', 'production'], ['docker/dev-compose.yml', 'development'], ['dev/README.md', null], ['shop/docker-compose.yml', null], ['.devcontainer/docker-compose.yml', 'development'], ['.env.local', null], ['.env.example', null], ['.env.production', 'production'], ['.env.production.local', 'production'],
  ['.env.prod', 'production'], ['.development.env', 'development'], ['dev.env', 'development'], ['.env.staging.example', 'staging'],
  ['.env-prod', 'production'], ['.env.acme', 'acme'], ['.env.qa', 'qa'], ['src/main/resources/application-prod.yml', 'production'],
  ['application-dev.properties', 'development'], ['application.yml', null], ['docker-compose.prod.yml', 'production'],
  ['docker-compose-dev.yaml', 'development'], ['compose.staging.yaml', 'staging'], ['docker-compose.yml', null], ['docker-compose.override.yml', null],
  ['config/production.json', 'production'], ['config/default.json', null], ['k8s/overlays/staging/secret.yaml', 'staging'], ['overlays/tenant-a/x.yaml', 'tenant-a'],
  ['deploy/production/config.yaml', 'production'], ['values-prod.yaml', 'production'], ['helm/values.production.yaml', 'production'],
  ['appsettings.Development.json', 'development'], ['appsettings.json', null], ['wrangler.staging.toml', 'staging'], ['terraform.prod.tfvars', 'production'],
  ['prod.tfvars', 'production'], ['environments/dev/main.tfvars', 'development'], ['src/production.ts', null], ['src/dev/index.ts', null],
  ['docker/production/compose.yml', 'production'], ['.env.test.local', 'test'], ['config.docker.yaml', null], ['.env.uat', 'staging'], ['package.json', null],
  ['config/env/development.js', null], ['README.md', null], ['.env.dev.example', 'development'], ['.env.sample', null], ['', null],
])('environment of %s is %s', (path, expected) => {
  expect(environmentOf(path)).toBe(expected);
}); // prettier-ignore

test.each([
  ['apps/web/integration/setup.ts', 'import { vi } from "vitest";', 'test'],
  ['helpers/login.js', "const request = require('supertest');", 'test'],
  ['helpers/login.ts', "import '@testing-library/jest-dom';", 'test'],
  ['load/login.js', "import http from 'k6/http';\nimport { check } from 'k6';", 'test'],
  ['helpers/login.py', 'import pytest\n', 'test'],
  ['helpers/login.py', 'from unittest import mock\n', 'test'],
  ['helpers/Login.java', 'package a;\nimport org.junit.jupiter.api.Test;\n', 'test'],
  ['helpers/Login.kt', 'import kotlin.test.assertEquals\n', 'test'],
  ['Helpers/Login.cs', 'using Xunit;\n', 'test'],
  ['helpers/Login.php', '<?php\nuse PHPUnit\\Framework\\TestCase;\n', 'test'],
  ['helpers/login.rb', "require 'rails_helper'\n", 'test'],
  ['vite.config.ts', "import { defineConfig } from 'vitest/config';", 'source'],
  ['src/login.ts', "// import { vi } is what vitest gives\nexport const runner = 'vitest';", 'source'],
  ['src/login.py', 'important = "pytest"\n', 'source'],
  ['README.md', "import { test } from 'vitest';", 'docs'],
])('context of %s with %j is %s', (path, text, expected) => {
  expect(contextOfText(path, text)).toBe(expected);
});

test.each([
  ['src/auth.rs', 'fn a() {\n    HERE\n}\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\n', 'source'],
  ['src/auth.rs', 'fn a() {}\n#[cfg(test)]\nmod tests {\n    fn b() {\n        HERE\n    }\n}\n', 'test'],
  [
    'src/auth.rs',
    '#[cfg(all(test, feature = "x"))]\n#[allow(dead_code)]\nmod tests {\n    HERE\n}\n',
    'test',
  ],
  ['src/auth.rs', '#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn a() {\n    HERE\n}\n', 'source'],
  ['src/auth.rs', '#[cfg(not(test))]\nmod real {\n    HERE\n}\n', 'source'],
  ['src/auth.go', '#[cfg(test)]\nmod tests {\n    HERE\n}\n', 'source'],
  ['src/auth.rs', '/// let key = from_secret("HERE");\nfn a() {}\n', 'docs'],
  ['src/auth.rs', '// let key = from_secret("HERE");\nfn a() {}\n', 'source'],
  ['src/auth.ts', '/**\n * sign({}, "HERE")\n */\nexport {};\n', 'docs'],
  ['app/auth.py', 'def f():\n    """Signs.\n\n    HERE\n    """\n', 'docs'],
  ['app/auth.py', 'def f():\n    >>> sign("HERE")\n', 'docs'],
  ['app/auth.py', 'KEY = """\nHERE\n"""\n', 'source'],
  ['app/auth.py', 'KEY = (\n    """\nHERE\n"""\n)\n', 'source'],
  ['app/auth.py', '"""Says."""\nKEY = "HERE"\n', 'source'],
])('place in %s', (path, text, expected) => {
  expect(contextAt(contextOf(path), path, text, text.indexOf('HERE'))).toBe(expected);
});

test('never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (path) => void [contextOf(path), environmentOf(path)]),
  );
});
