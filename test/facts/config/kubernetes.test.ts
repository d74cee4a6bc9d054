import { describeSettings } from '../../support/reader-cases.ts';

const b64 = (text: string): string => Buffer.from(text).toString('base64');
const secret = (rest: string): string => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\n${rest}`;

describeSettings('Kubernetes', 'k8s.yaml', [
  ['data', secret(`data:\n  JWT_SECRET: ${b64('made-up')}`), [['data/JWT_SECRET', 'made-up', b64('made-up')]]],
  ['data in quotes', secret(`data:\n  JWT_SECRET: "${b64('made-up')}"`), [['data/JWT_SECRET', 'made-up', b64('made-up')]]],
  ['data with the line end of echo', secret(`data:\n  JWT_SECRET: ${b64('made-up\n')}`), [['data/JWT_SECRET', 'made-up', b64('made-up\n')]]],
  ['data in a block', secret(`data:\n  JWT_SECRET: |\n    ${b64('made-up')}`), [['data/JWT_SECRET', 'made-up', b64('made-up')]]],
  ['data without padding', secret(`data:\n  JWT_SECRET: ${b64('made-up-x').replace(/=/g, '')}`), [['data/JWT_SECRET', 'made-up-x', b64('made-up-x')]]],
  ['data that is no base64', secret('data:\n  JWT_SECRET: made!up'), [['data/JWT_SECRET', 'made!up']]],
  ['data that is no text', secret(`data:\n  JWT_SECRET: ${Buffer.from([1, 2, 3, 250]).toString('base64')}\nstringData:\n  A: made-up`), [['stringData/A', 'made-up']]],
  ['stringData', secret('stringData:\n  JWT_SECRET: made-up'), [['stringData/JWT_SECRET', 'made-up']]],
  ['namespace', `apiVersion: v1\nkind: Secret\nmetadata:\n  namespace: shop-prod\nstringData:\n  A: made-up`, [['stringData/A @production', 'made-up']]],
  ['file of variables in data', secret(`data:\n  .env: ${b64('JWT_SECRET=made-up\n')}`), [['data/.env/JWT_SECRET', 'made-up', b64('JWT_SECRET=made-up\n')]]],
  ['file in stringData', secret('stringData:\n  app.yaml: |\n    jwt:\n      secret: made-up'), [['stringData/app.yaml/jwt/secret', 'made-up']]],
  ['ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  JWT_SECRET: made-up', [['data/JWT_SECRET', 'made-up']]],
  ['properties in a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  app.properties: |\n    a=b\n    jwt.secret=made-up', [['data/app.properties/jwt/secret', 'made-up']]],
  ['JSON in a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  c.json: |\n    {"jwt": {"secret": "made-up"}}', [['data/c.json/jwt/secret', 'made-up']]],
  ['TOML in a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  c.toml: |\n    [jwt]\n    secret = "made-up"', [['data/c.toml/jwt/secret', 'made-up']]],
  ['script in a ConfigMap', 'apiVersion: v1\nkind: ConfigMap\ndata:\n  run.sh: |\n    export JWT_SECRET="made up"', [['data/run.sh/JWT_SECRET', 'made up']]],
  ['container', 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  containers:\n    - env:\n        - name: JWT_SECRET\n          value: made-up', [['spec/containers/0/env/JWT_SECRET', 'made-up']]],
  ['container, value first', 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  containers:\n    - env:\n        - value: "made-up"\n          name: JWT_SECRET', [['spec/containers/0/env/JWT_SECRET', 'made-up']]],
  ['command', 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  containers:\n    - command: ["sh", "-c", "JWT_SECRET=made-up node ."]', [['spec/containers/0/command/2/JWT_SECRET', 'made-up']]],
  ['list of objects', `apiVersion: v1\nkind: List\nitems:\n  - apiVersion: v1\n    kind: Secret\n    data:\n      A: ${b64('made-up')}`, [['data/A', 'made-up', b64('made-up')]]],
  ['two documents', `${secret('stringData:\n  A: made-up')}\n---\n${secret('stringData:\n  A: made-too')}`, [['stringData/A', 'made-up'], ['stringData/A', 'made-too']]],
  ['sealed', 'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    JWT_SECRET: made-up', []],
  ['external', 'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nspec:\n  data:\n    - secretKey: JWT_SECRET\n      remoteRef:\n        key: made-up', []],
  ['CRLF', secret('stringData:\n  A: made-up\n').replaceAll('\n', '\r\n'), [['stringData/A', 'made-up']]],
  ['custom resource', 'apiVersion: x/v1\nkind: App\nspec:\n  jwt:\n    secret: made-up', [['spec/jwt/secret', 'made-up']]],
  ['Helm template', 'apiVersion: v1\nkind: Secret\nmetadata:\n  name: {{ .Release.Name }}\nstringData:\n  JWT_SECRET: made-up\n  B: {{ .Values.b | quote }}', [['stringData/JWT_SECRET', 'made-up']]],
]); // prettier-ignore

const kustomization = (rest: string): string =>
  `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n${rest}`;

describeSettings('kustomize', 'overlays/prod/kustomization.yaml', [
  ['kustomize', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nsecretGenerator:\n  - name: api\n    literals:\n      - JWT_SECRET=made-up\n      - "B=made too"', [['secretGenerator/0/literals/JWT_SECRET', 'made-up'], ['secretGenerator/0/literals/B', 'made too']]],
  ['ConfigMap generator', 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nnamespace: prod\nconfigMapGenerator:\n  - literals: [A=made-up]', [['configMapGenerator/0/literals/A', 'made-up']]],
  ['file without a head', 'secretGenerator:\n  - name: api\n    literals: [JWT_SECRET=made-up]', [['secretGenerator/0/literals/JWT_SECRET', 'made-up']]],
  ['single quotes around the value', kustomization("secretGenerator:\n  - literals:\n      - JWT_SECRET='made up'"), [['secretGenerator/0/literals/JWT_SECRET', 'made up']]],
  ['double quotes around the value', kustomization('secretGenerator:\n  - literals:\n      - JWT_SECRET="made up"'), [['secretGenerator/0/literals/JWT_SECRET', 'made up']]],
  ['quotes in quotes', kustomization("secretGenerator:\n  - literals:\n      - 'JWT_SECRET=\"made up\"'"), [['secretGenerator/0/literals/JWT_SECRET', 'made up']]],
  ['equals signs in the value', kustomization('secretGenerator:\n  - literals:\n      - JWT_SECRET=made=='), [['secretGenerator/0/literals/JWT_SECRET', 'made==']]],
  ['dots and dashes in the name', kustomization('secretGenerator:\n  - literals:\n      - jwt.signing-key=made-up'), [['secretGenerator/0/literals/jwt.signing-key', 'made-up']]],
  ['files and envs are read where they stand', kustomization('secretGenerator:\n  - name: api\n    files: [jwt=made.txt]\n    envs: [made.env]'), [['secretGenerator/0/files/jwt', 'made.txt'], ['secretGenerator/0/envs/0', 'made.env']]],
  ['sign of a comment in a value', kustomization('secretGenerator:\n  - literals:\n      - JWT_SECRET=made#up'), [['secretGenerator/0/literals/JWT_SECRET', 'made#up']]],
  ['comment behind a value', kustomization('secretGenerator:\n  - literals:\n      - JWT_SECRET=made-up # why'), [['secretGenerator/0/literals/JWT_SECRET', 'made-up']]],
  ['commented out', kustomization('secretGenerator:\n  - literals:\n      # - JWT_SECRET=made-up\n      - B=made-too'), [['secretGenerator/0/literals/B', 'made-too']]],
  ['one literal over two lines', kustomization('secretGenerator:\n  - literals:\n      - JWT_SECRET=made\n        up'), [['secretGenerator/0/literals/JWT_SECRET', 'made up', 'made\n        up']]],
  ['patch in a block', kustomization('patches:\n  - patch: |-\n      - op: replace\n        path: /spec/template/spec/containers/0/env/0/value\n        value: made-up'), [['patches/0/patch/0/value', 'made-up']]],
  ['patch of an object in a block', kustomization('patches:\n  - patch: |-\n      apiVersion: v1\n      kind: Secret\n      metadata:\n        name: api\n      stringData:\n        JWT_SECRET: made-up'), [['patches/0/patch/stringData/JWT_SECRET', 'made-up']]],
  ['patch with data', kustomization(`patches:\n  - patch: |-\n      apiVersion: v1\n      kind: Secret\n      data:\n        JWT_SECRET: ${b64('made-up')}`), [['patches/0/patch/data/JWT_SECRET', 'made-up', b64('made-up')]]],
  ['old patch', kustomization('patchesStrategicMerge:\n  - |-\n    apiVersion: v1\n    kind: Secret\n    stringData:\n      JWT_SECRET: made-up'), [['patchesStrategicMerge/0/stringData/JWT_SECRET', 'made-up']]],
  ['patch of a container in a file', 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: api\n          env:\n            - name: JWT_SECRET\n              value: made-up', [['spec/template/spec/containers/0/env/JWT_SECRET', 'made-up']], 'overlays/prod/patch.yaml'],
  ['patch that is a list', '- op: add\n  path: /data/JWT_SECRET\n  value: made-up', [['JWT_SECRET', 'made-up']], 'overlays/prod/patch.yaml'],
  ['component', 'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nsecretGenerator:\n  - literals: ["JWT_SECRET=made-up"]', [['secretGenerator/0/literals/JWT_SECRET', 'made-up']]],
  ['namespace of the overlay', kustomization('namespace: shop-prod\nsecretGenerator:\n  - literals:\n      - JWT_SECRET=made-up'), [['secretGenerator/0/literals/JWT_SECRET', 'made-up']]],
  ['namespace of a generator', kustomization('secretGenerator:\n  - namespace: prod\n    literals:\n      - JWT_SECRET=made-up'), [['secretGenerator/0/literals/JWT_SECRET', 'made-up']]],
  ['chart with values', kustomization('helmCharts:\n  - name: api\n    valuesInline:\n      jwt:\n        secret: made-up'), [['helmCharts/0/valuesInline/jwt/secret', 'made-up']]],
  ['variable list in a generator', kustomization('configMapGenerator:\n  - name: api\n    behavior: merge\n    literals:\n    - JWT_SECRET=made-up\n    - B=made-too'), [['configMapGenerator/0/literals/JWT_SECRET', 'made-up'], ['configMapGenerator/0/literals/B', 'made-too']]],
  ['CRLF', kustomization('secretGenerator:\r\n  - literals:\r\n      - JWT_SECRET=made-up\r\n'), [['secretGenerator/0/literals/JWT_SECRET', 'made-up']]],
]); // prettier-ignore
