import { describeReader, describeSettings } from '../../support/reader-cases.ts';

describeReader('JSON', 'config.json', [
  ['plain', '{"jwt": {"secret": "made-up"}}', [['jwt/secret', 'made-up']]],
  ['escapes', '{"a": "b\\n\\u0041\\"c\\\\"}', [['a', 'b\nA"c\\', 'b\\n\\u0041\\"c\\\\']]],
  ['half of a pair', '{"a": "\\ud83d"}', [['a', '\ud83d', '\\ud83d']]],
  ['number', '{"a": 12, "b": -1.5e3}', [['a', '12'], ['b', '-1.5e3']]],
  ['no booleans and null', '{"a": true, "b": null, "c": "d"}', [['c', 'd']]],
  ['list', '{"a": ["b", {"c": "d"}]}', [['a/0', 'b'], ['a/1/c', 'd']]],
  ['comments', '{// "a": "b"\n"c": /* x */ "d"}', [['c', 'd']]],
  ['comma at the end', '{"a": "b", "c": ["d",],}', [['a', 'b'], ['c/0', 'd']]],
  ['JSON5 keys', '{jwt: {secret: "a"}, $b_1: "c"}', [['jwt/secret', 'a'], ['$b_1', 'c']]],
  ['JSON5 strings', "{a: 'b \"c\"', 'd': 'e'}", [['a', 'b "c"'], ['d', 'e']]],
  ['JSON5 escapes', "{a: 'b\\'c\\x41'}", [['a', "b'cA", "b\\'c\\x41"]]],
  ['key and value', '[{"key": "JWT_SECRET", "value": "a"}]', [['0/key', 'JWT_SECRET'], ['JWT_SECRET', 'a']]],
  ['value and key', '[{"value": "a", "key": "JWT_SECRET"}]', [['JWT_SECRET', 'a'], ['0/key', 'JWT_SECRET']]],
  ['key and value over lines', '[\n  {\n    "key": "JWT_SECRET",\n    "type": "x",\n    "value": "a"\n  }\n]', [['0/key', 'JWT_SECRET'], ['0/type', 'x'], ['JWT_SECRET', 'a']]],
  ['assignment in a list', '{"env": ["A=b", "C"]}', [['env/A', 'b'], ['env/1', 'C']]],
  ['assignment with escapes', '{"env": ["A=\\"b\\""]}', [['env/A', 'b']]],
  ['CRLF', '{\r\n"a": "b",\r\n"c": "d"\r\n}', [['a', 'b'], ['c', 'd']]],
  ['byte order mark', '\uFEFF{"a": "b"}', [['a', 'b']]],
  ['never closed', '{"a": {"b": "c"', [['a/b', 'c']]],
  ['string that never closes', '{"a": "b\n"c": "d"}', [['a', 'b'], ['c', 'd']]],
  ['colon missing', '{"a" "b": "c"}', [['b', 'c']]],
  ['comma missing', '{"a": "b" "c": "d"}', [['a', 'b'], ['c', 'd']]],
  ['bracket too many', '}{"a": "b"}', [['a', 'b']]],
  ['merge conflict', '{\n<<<<<<< a\n"a": "b",\n=======\n"a": "c",\n>>>>>>> d\n"e": "f"}', [['a', 'b'], ['a', 'c'], ['e', 'f']]],
  ['empty key', '{"": "a"}', [['', 'a']]],
  ['same key twice', '{"a": "b", "a": "c"}', [['a', 'b'], ['a', 'c']]],
  ['text alone', '"a"', []],
  ['two roots', '{"a": "b"}\n{"c": "d"}', [['a', 'b'], ['c', 'd']]],
  ['empty text', '', []],
  ['letters of other alphabets', '{"ключ": "значение"}', [['ключ', 'значение']]],
]); // prettier-ignore

describeSettings('package.json', 'package.json', [
  ['script', '{"scripts": {"start": "JWT_SECRET=made-up node ."}}', [['scripts/start/JWT_SECRET', 'made-up']]],
  ['cross-env', '{"scripts": {"start": "cross-env A=made-up B=made-too node ."}}', [['scripts/start/A', 'made-up'], ['scripts/start/B', 'made-too']]],
  ['quotes in a script', '{"scripts": {"start": "A=\\"made up\\" node ."}}', [['scripts/start/A', 'made up']]],
  ['single quotes in a script', '{"scripts": {"start": "A=\'made up\' node ."}}', [['scripts/start/A', 'made up']]],
  ['set of Windows', '{"scripts": {"start": "set A=made-up&& node ."}}', [['scripts/start/A', 'made-up']]],
  ['name of a script', '{"scripts": {"start:prod": "JWT_SECRET=made-up node ."}}', [['scripts/start:prod/JWT_SECRET', 'made-up']]],
  ['default of the shell', '{"scripts": {"start": "A=${A:-made-up} node ."}}', [['scripts/start/A ?interpolation', 'made-up']]],
  ['nodemon', '{"nodemonConfig": {"env": {"JWT_SECRET": "made-up"}}}', [['nodemonConfig/env/JWT_SECRET', 'made-up']]],
  ['jest', '{"jest": {"globals": {"JWT_SECRET": "made-up"}}}', [['jest/globals/JWT_SECRET', 'made-up']]],
], 9); // prettier-ignore

describeSettings('VS Code', '.vscode/launch.json', [
  ['environment', '{"configurations": [{"name": "x", "env": {"JWT_SECRET": "made-up"}}]}', [['configurations/0/env/JWT_SECRET', 'made-up']]],
  ['list of variables', '{"configurations": [{"environment": [{"name": "A", "value": "made-up"}]}]}', [['configurations/0/environment/A', 'made-up']]],
  ['command', '{"tasks": [{"command": "JWT_SECRET=made-up npm test"}]}', [['tasks/0/command/JWT_SECRET', 'made-up']]],
  ['options', '{"tasks": [{"options": {"env": {"A": "made-up"}}}]}', [['tasks/0/options/env/A', 'made-up']]],
  ['comment', '{\n// "A": "made-up"\n"configurations": [{"env": {"B": "made-too",}}]}', [['configurations/0/env/B', 'made-too']]],
  ['mode', '{"configurations": [{"env": {"NODE_ENV": "test", "A": "made-up"}}]}', [['configurations/0/env/A @test', 'made-up']]],
], 6); // prettier-ignore

describeSettings('appsettings', 'appsettings.json', [
  ['section', '{"Jwt": {"Key": "made-up"}}', [['Jwt/Key', 'made-up']]],
  ['colon', '{"Jwt:Key": "made-up"}', [['Jwt:Key', 'made-up']]],
  ['profile of launch settings', '{"profiles": {"api": {"environmentVariables": {"ASPNETCORE_ENVIRONMENT": "Development", "Jwt__Key": "made-up"}}}}', [['profiles/api/environmentVariables/Jwt__Key @development', 'made-up']]],
  ['comment', '{\n  // the key\n  "JwtKey": "made-up"\n}', [['JwtKey', 'made-up']]],
], 4); // prettier-ignore

describeSettings('PM2 and other process files', 'ecosystem.config.json', [
  ['environments', '{"apps": [{"env": {"A": "made-up"}, "env_production": {"A": "made-too"}}]}', [['apps/0/env/A', 'made-up'], ['apps/0/env_production/A @production', 'made-too']]],
  ['mode', '{"apps": [{"env": {"NODE_ENV": "development", "A": "made-up"}}]}', [['apps/0/env/A @development', 'made-up']]],
], 2); // prettier-ignore

describeSettings('Postman', 'x.postman_collection.json', [
  ['variable', '{"variable": [{"key": "jwt_secret", "value": "made-up"}]}', [['variable/jwt_secret', 'made-up']]],
  ['of an environment', '{"name": "prod", "values": [{"key": "A", "value": "made-up", "enabled": true}]}', [['values/A', 'made-up']]],
  ['JWT of a request', '{"auth": {"type": "jwt", "jwt": [{"key": "secret", "value": "made-up", "type": "string"}]}}', [['auth/jwt/secret', 'made-up']]],
  ['header', '{"header": [{"key": "Authorization", "value": "made-up"}]}', [['header/Authorization', 'made-up']]],
  ['script', '{"event": [{"script": {"exec": ["pm.environment.set(\\"a\\", \\"b\\");", "A=made-up"]}}]}', [['event/0/script/exec/A', 'made-up']]],
], 5); // prettier-ignore

describeSettings('Insomnia', 'insomnia.json', [
  ['environment', '{"resources": [{"_type": "environment", "data": {"jwt_secret": "made-up"}}]}', [['resources/0/data/jwt_secret', 'made-up']]],
], 1); // prettier-ignore

describeSettings('HTTP clients of JetBrains', 'http-client.env.json', [
  ['environments', '{"dev": {"jwtSecret": "made-up"}, "prod": {"jwtSecret": "made-too"}}', [['dev/jwtSecret @development', 'made-up'], ['prod/jwtSecret @production', 'made-too']]],
], 1); // prettier-ignore

describeSettings('OpenAPI', 'openapi.json', [
  ['example', '{"components": {"schemas": {"A": {"properties": {"jwtSecret": {"type": "string", "example": "made-up"}}}}}}', [['components/schemas/A/properties/jwtSecret/example', 'made-up']]],
  ['default', '{"properties": {"jwtSecret": {"default": "made-up"}}}', [['properties/jwtSecret/default', 'made-up']]],
], 2); // prettier-ignore

describeSettings('Terraform in JSON', 'main.tf.json', [
  ['default', '{"variable": {"jwt_secret": {"default": "made-up"}}}', [['variable/jwt_secret/default ?default', 'made-up']]],
  ['local', '{"locals": {"jwt_secret": "made-up"}}', [['locals/jwt_secret', 'made-up']]],
], 2); // prettier-ignore

describeSettings('CloudFormation in JSON', 'stack.json', [
  ['default', '{"AWSTemplateFormatVersion": "2010-09-09", "Parameters": {"JwtSecret": {"Default": "made-up"}}}', [['Parameters/JwtSecret/Default ?default', 'made-up']]],
  ['parameters of a stack', '[{"ParameterKey": "JwtSecret", "ParameterValue": "made-up"}]', [['JwtSecret', 'made-up']]],
  ['task definition', '{"containerDefinitions": [{"environment": [{"name": "JWT_SECRET", "value": "made-up"}]}]}', [['containerDefinitions/0/environment/JWT_SECRET', 'made-up']]],
  ['ARM', '{"parameters": {"jwtSecret": {"defaultValue": "made-up"}}}', [['parameters/jwtSecret/defaultValue ?default', 'made-up']]],
], 4); // prettier-ignore

describeSettings('request files', 'api.http', [
  ['variable', '@jwtSecret = made-up\n@b=made-too', [['jwtSecret', 'made-up'], ['b', 'made-too']]],
  ['body', 'POST https://x\n\n{"jwtSecret": "made-up"}', [['jwtSecret', 'made-up']]],
  ['CRLF', '@a = made-up\r\nGET https://x\r\n', [['a', 'made-up']]],
  ['reference', '@a = {{b}}\n', []],
], 4); // prettier-ignore
