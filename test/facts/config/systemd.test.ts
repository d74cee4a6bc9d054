import { describeReader } from '../../support/reader-cases.ts';

describeReader('systemd', 'api.service', [
  ['one variable', '[Service]\nEnvironment=JWT_SECRET=made-up', [['JWT_SECRET', 'made-up']]],
  ['quotes around all', 'Environment="A=b c"', [['A', 'b c']]],
  ['quotes around the value', 'Environment=A="b c"', [['A', 'b c']]],
  ['single quotes', "Environment='A=b c'", [['A', 'b c']]],
  ['several', 'Environment=A=b "C=d e" F=g', [['A', 'b'], ['C', 'd e'], ['F', 'g']]],
  ['two lines', 'Environment=A=b\nEnvironment=C=d', [['A', 'b'], ['C', 'd']]],
  ['continued', 'Environment=A=b \\\n  C=d', [['A', 'b'], ['C', 'd']]],
  ['CRLF', '[Service]\r\nEnvironment=A=b\r\nEnvironment=C=d\r\n', [['A', 'b'], ['C', 'd']]],
  ['comment', '# Environment=A=b\n; Environment=C=d\nEnvironment=E=f', [['E', 'f']]],
  ['command', 'ExecStart=/usr/bin/env A=b /usr/bin/node .', [['A', 'b']]],
  ['option of a command', 'ExecStart=/usr/bin/serve --jwt-secret a', [['jwt-secret', 'a']]],
  ['docker', 'ExecStart=/usr/bin/docker run -e A=b x', [['A', 'b']]],
  ['before the start', 'ExecStartPre=/bin/sh -c "A=b true"', [['A', 'b']]],
  ['credential', 'SetCredential=jwt-secret:made up', [['jwt-secret', 'made up']]],
  ['file of variables', 'EnvironmentFile=/etc/api.env', []],
  ['names alone', 'PassEnvironment=JWT_SECRET', []],
  ['spaces around the sign', 'Environment = A=b', [['A', 'b']]],
  ['empty', 'Environment=\nEnvironment=A=', [['A', '']]],
  ['empty quotes', 'Environment="A="', [['A', '']]],
  ['percent signs', 'Environment=A=b%%c', [['A', 'b%%c']]],
  ['escaped blank', 'Environment=A=b\\ c', [['A', 'b c', 'b\\ c']]],
  ['equals signs in the value', 'Environment=A=b==', [['A', 'b==']]],
  ['default', 'ExecStart=/bin/sh -c "serve ${JWT_SECRET:-a}"', [['JWT_SECRET', 'a']]],
  ['byte order mark', '\uFEFF[Service]\nEnvironment=A=b', [['A', 'b']]],
  ['quote that never closes', 'Environment="A=b\nEnvironment=C=d', [['A', 'b'], ['C', 'd']]],
]); // prettier-ignore

describeReader('drop-in', 'api.service.d/override.conf', [
  ['one variable', '[Service]\nEnvironment=A=b', [['A', 'b']]],
], 1); // prettier-ignore
