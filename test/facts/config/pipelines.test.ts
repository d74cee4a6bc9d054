import { describeSettings } from '../../support/reader-cases.ts';

describeSettings('GitHub Actions', '.github/workflows/deploy.yml', [
  ['of the workflow', 'env:\n  JWT_SECRET: made-up', [['env/JWT_SECRET', 'made-up']]],
  ['of a job', 'jobs:\n  a:\n    env:\n      JWT_SECRET: made-up', [['jobs/a/env/JWT_SECRET', 'made-up']]],
  ['of a step', 'jobs:\n  a:\n    steps:\n      - env:\n          JWT_SECRET: made-up', [['jobs/a/steps/0/env/JWT_SECRET', 'made-up']]],
  ['before a command', 'jobs:\n  a:\n    steps:\n      - run: JWT_SECRET=made-up npm test', [['jobs/a/steps/0/run/JWT_SECRET', 'made-up']]],
  ['in a script', 'jobs:\n  a:\n    steps:\n      - run: |\n          npm ci\n          export JWT_SECRET="made up"', [['jobs/a/steps/0/run/JWT_SECRET', 'made up']]],
  ['into a file', 'jobs:\n  a:\n    steps:\n      - run: echo "JWT_SECRET=made-up" >> .env', [['jobs/a/steps/0/run/JWT_SECRET', 'made-up']]],
  ['here-document in a script', 'jobs:\n  a:\n    steps:\n      - run: |\n          cat > .env <<EOF\n          JWT_SECRET=made-up\n          EOF', [['jobs/a/steps/0/run/JWT_SECRET', 'made-up']]],
  ['secret', 'env:\n  JWT_SECRET: ${{ secrets.JWT_SECRET }}', []],
  ['secret with a default', "env:\n  JWT_SECRET: ${{ secrets.JWT_SECRET || 'made-up' }}", [['env/JWT_SECRET ?interpolation', 'made-up']]],
  ['environment of a job', 'jobs:\n  a:\n    environment: production\n    env:\n      JWT_SECRET: made-up', [['jobs/a/env/JWT_SECRET @production', 'made-up']]],
  ['environment with an address', 'jobs:\n  a:\n    environment:\n      name: staging\n      url: https://x\n    env:\n      JWT_SECRET: made-up', [['jobs/a/env/JWT_SECRET @staging', 'made-up']]],
  ['environment of another job', 'jobs:\n  a:\n    environment: production\n  b:\n    env:\n      JWT_SECRET: made-up', [['jobs/b/env/JWT_SECRET', 'made-up']]],
  ['name of a job', 'jobs:\n  deploy-staging:\n    env:\n      JWT_SECRET: made-up', [['jobs/deploy-staging/env/JWT_SECRET @staging', 'made-up']]],
  ['input with a default', 'on:\n  workflow_dispatch:\n    inputs:\n      jwt_secret:\n        default: made-up', [['on/workflow_dispatch/inputs/jwt_secret/default ?default', 'made-up']]],
  ['input of an action', 'jobs:\n  a:\n    steps:\n      - uses: x/y\n        with:\n          jwt-secret: made-up', [['jobs/a/steps/0/with/jwt-secret', 'made-up']]],
  ['lines of an input', 'jobs:\n  a:\n    steps:\n      - with:\n          env_vars: |\n            A=b\n            JWT_SECRET=made-up', [['jobs/a/steps/0/with/env_vars/JWT_SECRET', 'made-up']]],
  ['matrix', 'jobs:\n  a:\n    strategy:\n      matrix:\n        include:\n          - jwt_secret: made-up', [['jobs/a/strategy/matrix/include/0/jwt_secret', 'made-up']]],
  ['service container', 'jobs:\n  a:\n    services:\n      api:\n        env:\n          JWT_SECRET: made-up', [['jobs/a/services/api/env/JWT_SECRET', 'made-up']]],
  ['docker in a script', 'jobs:\n  a:\n    steps:\n      - run: docker run -e JWT_SECRET=made-up x', [['jobs/a/steps/0/run/JWT_SECRET', 'made-up']]],
  ['folded script', 'jobs:\n  a:\n    steps:\n      - run: >\n          docker run\n          -e JWT_SECRET=made-up', [['jobs/a/steps/0/run/JWT_SECRET', 'made-up']]],
  ['default of the shell', 'jobs:\n  a:\n    steps:\n      - run: export JWT_SECRET="${JWT_SECRET:-made-up}"', [['jobs/a/steps/0/run/JWT_SECRET ?interpolation', 'made-up']]],
  ['mode', 'env:\n  NODE_ENV: test\n  JWT_SECRET: made-up', [['env/JWT_SECRET @test', 'made-up']]],
  ['quotes', 'env:\n  A: "made \\"up\\""', [['env/A', 'made "up"', 'made \\"up\\"']]],
  ['CRLF', 'env:\r\n  A: made-up\r\njobs:\r\n  a:\r\n    steps:\r\n      - run: |\r\n          B=made-too x\r\n', [['env/A', 'made-up'], ['jobs/a/steps/0/run/B', 'made-too']]],
  ['comment', 'env:\n  # A: made-up\n  B: made-too', [['env/B', 'made-too']]],
]); // prettier-ignore

describeSettings('GitLab CI', '.gitlab-ci.yml', [
  ['variables', 'variables:\n  JWT_SECRET: made-up', [['variables/JWT_SECRET', 'made-up']]],
  ['with a description', 'variables:\n  JWT_SECRET:\n    value: made-up\n    description: x', [['variables/JWT_SECRET/value', 'made-up']]],
  ['of a job', 'deploy:\n  variables: {JWT_SECRET: made-up}', [['deploy/variables/JWT_SECRET', 'made-up']]],
  ['environment of a job', 'deploy:\n  environment: production\n  variables:\n    A: made-up', [['deploy/variables/A @production', 'made-up']]],
  ['environment with a name', 'deploy:\n  environment:\n    name: staging\n  variables:\n    A: made-up', [['deploy/variables/A @staging', 'made-up']]],
  ['script', 'test:\n  script:\n    - export JWT_SECRET=made-up\n    - A=made-too npm test', [['test/script/0/JWT_SECRET @test', 'made-up'], ['test/script/1/A @test', 'made-too']]],
  ['script in a block', 'build:\n  script:\n    - |\n      export A="made up"', [['build/script/0/A', 'made up']]],
  ['template of a job', '.base: &b\n  variables:\n    A: made-up\ndeploy:\n  <<: *b', [['.base/variables/A', 'made-up'], ['deploy/variables/A', 'made-up']]],
  ['reference', 'variables:\n  A: $B', []],
], 9); // prettier-ignore

describeSettings('CircleCI', '.circleci/config.yml', [
  ['of a job', 'jobs:\n  build:\n    environment:\n      JWT_SECRET: made-up', [['jobs/build/environment/JWT_SECRET', 'made-up']]],
  ['of a container', 'jobs:\n  build:\n    docker:\n      - image: a\n        environment:\n          A: made-up', [['jobs/build/docker/0/environment/A', 'made-up']]],
  ['list', 'jobs:\n  build:\n    environment:\n      - A: made-up', [['jobs/build/environment/0/A', 'made-up']]],
  ['step', 'jobs:\n  build:\n    steps:\n      - run:\n          command: A=made-up npm test\n          environment:\n            B: made-too', [['jobs/build/steps/0/run/command/A', 'made-up'], ['jobs/build/steps/0/run/environment/B', 'made-too']]],
  ['parameter', 'parameters:\n  jwt-secret:\n    type: string\n    default: made-up', [['parameters/jwt-secret/default ?default', 'made-up']]],
], 5); // prettier-ignore

describeSettings('Travis', '.travis.yml', [
  ['list', 'env:\n  global:\n    - A=made-up B="made up"', [['env/global/A', 'made-up'], ['env/global/B', 'made up']]],
  ['text', 'env: A=made-up', [['env/A', 'made-up']]],
  ['matrix', 'env:\n  - A=made-up\n  - A=made-too', [['env/A', 'made-up'], ['env/A', 'made-too']]],
  ['in quotes', 'env:\n  - "A=made-up"', [['env/A', 'made-up']]],
  ['map', 'env:\n  global:\n    A: made-up', [['env/global/A', 'made-up']]],
  ['encrypted', 'env:\n  global:\n    - secure: "bWFkZS11cA=="', []],
  ['script', 'script:\n  - A=made-up npm test', [['script/A', 'made-up']]],
], 7); // prettier-ignore

describeSettings('Azure Pipelines', 'azure-pipelines.yml', [
  ['map', 'variables:\n  JWT_SECRET: made-up', [['variables/JWT_SECRET', 'made-up']]],
  ['list', 'variables:\n  - name: JWT_SECRET\n    value: made-up', [['variables/JWT_SECRET', 'made-up']]],
  ['of a task', 'steps:\n  - task: x\n    env:\n      A: made-up', [['steps/0/env/A', 'made-up']]],
  ['script', 'steps:\n  - script: |\n      export A=made-up', [['steps/0/script/A', 'made-up']]],
  ['environment of a deployment', 'jobs:\n  - deployment: d\n    environment: prod\n    variables:\n      A: made-up', [['jobs/0/variables/A @production', 'made-up']]],
  ['parameter', 'parameters:\n  - name: jwtSecret\n    default: made-up', [['parameters/jwtSecret', 'made-up']]],
  ['secret variable', 'variables:\n  A: $(JWT_SECRET)', []],
], 7); // prettier-ignore

describeSettings('Serverless Framework', 'serverless.yml', [
  ['of the provider', 'provider:\n  environment:\n    JWT_SECRET: made-up', [['provider/environment/JWT_SECRET', 'made-up']]],
  ['of a function', 'functions:\n  api:\n    environment:\n      JWT_SECRET: made-up', [['functions/api/environment/JWT_SECRET', 'made-up']]],
  ['of a stage', 'custom:\n  prod:\n    jwtSecret: made-up\n  dev:\n    jwtSecret: made-too', [['custom/prod/jwtSecret @production', 'made-up'], ['custom/dev/jwtSecret @development', 'made-too']]],
  ['of a stage, under the name', 'custom:\n  jwtSecret:\n    prod: made-up', [['custom/jwtSecret/prod @production', 'made-up']]],
  ['default of a variable', "provider:\n  environment:\n    JWT_SECRET: ${env:JWT_SECRET, 'made-up'}", [['provider/environment/JWT_SECRET ?interpolation', 'made-up']]],
  ['parameter store', 'provider:\n  environment:\n    JWT_SECRET: ${ssm:/made/up}', []],
  ['parameters of stages', 'params:\n  prod:\n    jwtSecret: made-up', [['params/prod/jwtSecret @production', 'made-up']]],
  ['stage of the provider', 'provider:\n  stage: dev\n  environment:\n    A: made-up', [['provider/environment/A @development', 'made-up']]],
], 8); // prettier-ignore

describeSettings('CloudFormation and SAM', 'template.yaml', [
  ['default of a parameter', 'Parameters:\n  JwtSecret:\n    Type: String\n    Default: made-up\nResources: {}', [['Parameters/JwtSecret/Default ?default', 'made-up']]],
  ['function', 'Transform: AWS::Serverless-2016-10-31\nResources:\n  F:\n    Type: AWS::Serverless::Function\n    Properties:\n      Environment:\n        Variables:\n          JWT_SECRET: made-up', [['Resources/F/Properties/Environment/Variables/JWT_SECRET', 'made-up']]],
  ['container', 'Resources:\n  T:\n    Properties:\n      ContainerDefinitions:\n        - Environment:\n            - Name: JWT_SECRET\n              Value: made-up', [['Resources/T/Properties/ContainerDefinitions/0/Environment/JWT_SECRET', 'made-up']]],
  ['reference', 'Resources:\n  F:\n    Properties:\n      A: !Ref made\n      B: !Sub made-${C}', []],
  ['secret string', 'Resources:\n  S:\n    Type: AWS::SecretsManager::Secret\n    Properties:\n      SecretString: made-up', [['Resources/S/Properties/SecretString', 'made-up']]],
  ['globals', 'Transform: x\nGlobals:\n  Function:\n    Environment:\n      Variables:\n        A: made-up\nResources: {}', [['Globals/Function/Environment/Variables/A', 'made-up']]],
  ['dynamic reference', "Resources:\n  F:\n    Properties:\n      A: '{{resolve:ssm:made}}'", []],
], 7); // prettier-ignore
