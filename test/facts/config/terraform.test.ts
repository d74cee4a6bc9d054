import { expect, test } from 'vitest';
import { describeReader, describeSettings, entriesOf } from '../../support/reader-cases.ts';

describeReader('Terraform', 'main.tf', [
  ['attribute', 'jwt_secret = "made-up"', [['jwt_secret', 'made-up']]],
  ['default of a variable', 'variable "jwt_secret" {\n  type    = string\n  default = "made-up"\n}', [['variable/jwt_secret/default', 'made-up']]],
  ['locals', 'locals {\n  jwt_secret = "a"\n}', [['locals/jwt_secret', 'a']]],
  ['resource', 'resource "x" "y" {\n  a = "b"\n}', [['resource/x/y/a', 'b']]],
  ['block in a block', 'resource "x" "y" {\n  environment {\n    variables = {\n      JWT_SECRET = "a"\n    }\n  }\n}', [['resource/x/y/environment/variables/JWT_SECRET', 'a']]],
  ['map with quoted keys', 'a = { "b" = "c", "d.e" : "f" }', [['a/b', 'c'], ['a/d.e', 'f']]],
  ['list', 'a = ["b", "c"]', [['a/0', 'b'], ['a/1', 'c']]],
  ['name and value in a list', 'env = [\n  { name = "JWT_SECRET", value = "a" },\n  { name = "B", value = "c" }\n]', [['env/JWT_SECRET', 'a'], ['env/B', 'c']]],
  ['name behind the value', 'set {\n  value = "a"\n  name  = "jwt.secret"\n}', [['set/jwt.secret', 'a']]],
  ['jsonencode', 'a = jsonencode({ jwt_secret = "b" })', [['a/jwt_secret', 'b']]],
  ['escapes', 'a = "b\\n\\"c\\u0041"', [['a', 'b\n"cA', 'b\\n\\"c\\u0041']]],
  ['interpolation stays', 'a = "b-${var.c}"', [['a', 'b-${var.c}']]],
  ['quotes inside an interpolation', 'a = "b-${lookup(var.c, "d")}-e"', [['a', 'b-${lookup(var.c, "d")}-e']]],
  ['dollar sign escaped', 'a = "b$${c}"', [['a', 'b${c}', 'b$${c}']]],
  ['here-document', 'a = <<EOT\nb\nEOT\nc = "d"', [['a', 'b'], ['c', 'd']]],
  ['indented here-document', 'a = <<-EOT\n    b\n  EOT\nc = "d"', [['a', 'b'], ['c', 'd']]],
  ['comments', '# a = "b"\n// c = "d"\n/* e = "f"\n*/\ng = "h" # i', [['g', 'h']]],
  ['sign of a comment in a string', 'a = "b # c // d"', [['a', 'b # c // d']]],
  ['reference to a variable', 'JWT_SECRET = var.salt', [['JWT_SECRET', '', '']]],
  ['sensitive', 'a = sensitive("b")', [['a', 'b']]],
  ['base64encode', 'a = base64encode("b")', [['a', 'b']]],
  ['coalesce', 'a = coalesce(var.b, "c")', [['a', 'c']]],
  ['alternative', 'a = var.b != "" ? var.b : "c"', [['a', 'c']]],
  ['sum of parts is no value', 'a = join("-", ["b", "c"])\nd = "e"', [['a/0', 'b'], ['a/1', 'c'], ['d', 'e']]],
  ['number', 'a = 12', [['a', '12']]],
  ['no booleans', 'a = true\nb = null', []],
  ['CRLF', 'a {\r\n  b = "c"\r\n}\r\nd = "e"\r\n', [['a/b', 'c'], ['d', 'e']]],
  ['byte order mark', '\uFEFFa = "b"', [['a', 'b']]],
  ['string that never closes', 'a = "b\nc = "d"', [['a', 'b'], ['c', 'd']]],
  ['bracket that never closes', 'a {\n  b = "c"', [['a/b', 'c']]],
  ['bracket too many', '}\na = "b"', [['a', 'b']]],
  ['path as a name', 'resource "aws_ssm_parameter" "j" {\n  name  = "/app/prod/JWT_SECRET"\n  value = "a"\n}', [['resource/aws_ssm_parameter/j/JWT_SECRET', 'a']]],
  ['empty', 'a = ""', [['a', '']]],
  ['variables, plain', 'jwt_secret = "made-up"\nenv = "prod"', [['jwt_secret', 'made-up'], ['env', 'prod']], 'prod.tfvars'],
  ['variables, map', 'secrets = {\n  jwt = "a"\n}', [['secrets/jwt', 'a']], 'prod.tfvars'],
]); // prettier-ignore

describeSettings('Terraform in JSON', 'main.tf.json', [
  ['default', '{"variable": {"jwt_secret": {"default": "made-up"}}}', [['variable/jwt_secret/default ?default', 'made-up']]],
  ['local', '{"locals": {"jwt_secret": "made-up"}}', [['locals/jwt_secret', 'made-up']]],
  ['list form of a variable', '{"variable": [{"jwt_secret": {"default": "made-up"}}]}', [['variable/0/jwt_secret/default ?default', 'made-up']]],
  ['resource', '{"resource": {"aws_lambda_function": {"f": {"environment": {"variables": {"JWT_SECRET": "made-up"}}}}}}', [['resource/aws_lambda_function/f/environment/variables/JWT_SECRET', 'made-up']]],
  ['block as a list', '{"resource": {"aws_lambda_function": {"f": {"environment": [{"variables": {"JWT_SECRET": "made-up"}}]}}}}', [['resource/aws_lambda_function/f/environment/0/variables/JWT_SECRET', 'made-up']]],
  ['name and value', '{"resource": {"x": {"y": {"env": [{"name": "JWT_SECRET", "value": "made-up"}]}}}}', [['resource/x/y/env/JWT_SECRET', 'made-up']]],
  ['parameter of the store', '{"resource": {"aws_ssm_parameter": {"p": {"name": "/app/JWT_SECRET", "value": "made-up"}}}}', [['resource/aws_ssm_parameter/p//app/JWT_SECRET', 'made-up']]],
  ['interpolation', '{"locals": {"jwt_secret": "${var.made}", "b": "made-up"}}', [['locals/b', 'made-up']]],
  ['function with a literal', '{"locals": {"jwt_secret": "${coalesce(var.x, \\"made-up\\")}"}}', [['locals/jwt_secret ?interpolation', 'made-up', 'made-up']]],
  ['comment as a key', '{"//": "made-note", "locals": {"jwt_secret": "made-up"}}', [['//', 'made-note'], ['locals/jwt_secret', 'made-up']]],
  ['task definition in a text', '{"resource": {"aws_ecs_task_definition": {"t": {"container_definitions": "[{\\"environment\\": [{\\"name\\": \\"JWT_SECRET\\", \\"value\\": \\"made-up\\"}]}]"}}}}', [['resource/aws_ecs_task_definition/t/container_definitions/0/environment/JWT_SECRET', 'made-up']]],
  ['output', '{"output": {"jwt_secret": {"value": "made-up", "sensitive": true}}}', [['output/jwt_secret/value', 'made-up']]],
  ['user data', '{"resource": {"aws_instance": {"i": {"user_data": "#!/bin/bash\\nexport JWT_SECRET=made-up\\n"}}}}', [['resource/aws_instance/i/user_data/JWT_SECRET', 'made-up']]],
  ['variables', '{"jwt_secret": "made-up"}', [['jwt_secret', 'made-up']], 'prod.tfvars.json'],
  ['variables in a map', '{"secrets": {"jwt": "made-up"}}', [['secrets/jwt', 'made-up']], 'prod.auto.tfvars.json'],
  ['state', '{"outputs": {"jwt_secret": {"value": "made-up", "type": "string"}}}', [['outputs/jwt_secret/value', 'made-up']], 'terraform.tfstate'],
  ['resource of a state', '{"resources": [{"instances": [{"attributes": {"name": "JWT_SECRET", "value": "made-up"}}]}]}', [['resources/0/instances/0/attributes/JWT_SECRET', 'made-up']], 'terraform.tfstate'],
  ['Packer', '{"variables": {"jwt_secret": "made-up"}, "builders": []}', [['variables/jwt_secret', 'made-up']], 'image.pkr.json'],
  ['CDK output', '{"Parameters": {"JwtSecret": {"Type": "String", "Default": "made-up"}}, "Resources": {}}', [['Parameters/JwtSecret/Default ?default', 'made-up']], 'stack.template.json'],
  ['module', '{"module": {"api": {"source": "./api", "jwt_secret": "made-up"}}}', [['module/api/jwt_secret', 'made-up']]],
  ['workspace by name', '{"locals": {"jwt_secret": {"prod": "made-a", "dev": "made-b"}}}', [['locals/jwt_secret/prod @production', 'made-a'], ['locals/jwt_secret/dev @development', 'made-b']]],
  ['escaped dollar sign', '{"locals": {"jwt_secret": "made$${x}"}}', [['locals/jwt_secret', 'made$${x}']]],
  ['unicode', '{"locals": {"jwt_secret": "made-\\u00fcp"}}', [['locals/jwt_secret', 'made-üp', 'made-\\u00fcp']]],
  ['no secret of a provider', '{"provider": {"aws": {"region": "made"}}, "locals": {"jwt_secret": "made-up"}}', [['provider/aws/region', 'made'], ['locals/jwt_secret', 'made-up']]],
  ['CRLF', '{\r\n"locals": {\r\n"jwt_secret": "made-up"}}', [['locals/jwt_secret', 'made-up']]],
]); // prettier-ignore

test('defaults are defaults', () => {
  const of = (text: string) => entriesOf('main.tf', text).map(({ fallback }) => fallback?.operator ?? null);
  expect(of('variable "a" {\n default = "b"\n}')).toEqual(['default']);
  expect(of('a = coalesce(var.b, "c")')).toEqual(['lookup']);
  expect(of('a = var.b == null ? "c" : "d"')).toEqual(['?:']);
  expect(of('a = "b"')).toEqual([null]);
});
