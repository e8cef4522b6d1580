/**
 * Who may import whom: the table of docs/architecture.md as rules, and no circles.
 *
 * Node's own modules are for the doors, but for a few that a face needs; each package has one room that it is used in.
 * `test/house.test.ts` holds these rules against the page.
 */
const observers = ['model', 'knowledge', 'parse', 'facts', 'judge', 'probe', 'survey', 'net'];

/** Room → the rooms that it may import. */
const rooms = {
  model: [],
  knowledge: ['model'],
  parse: ['model', 'knowledge'],
  intake: ['model', 'knowledge', 'parse'],
  facts: ['model', 'knowledge', 'parse'],
  rules: ['model', 'knowledge', 'facts'],
  judge: ['model', 'knowledge', 'facts', 'rules'],
  render: ['model'],
  net: ['model'],
  probe: ['model', 'knowledge', 'parse', 'net'],
  survey: ['model', 'knowledge', 'parse', 'facts', 'judge', 'probe', 'net'],
  explain: ['model', 'knowledge', 'parse', 'intake', 'facts', 'judge', 'survey', 'net'],
  scan: ['model', 'survey', 'net'],
  lab: ['model', 'parse', 'net'],
  settings: ['model', 'parse', 'net'],
  terminal: ['model', 'render', 'net'],
  shell: [...observers, 'render', 'terminal'],
  server: ['model', 'judge', 'render', 'survey', 'explain', 'scan', 'settings', 'net'],
  cli: [...observers, 'rules', 'intake', 'render', 'explain', 'scan', 'lab', 'settings', 'terminal', 'shell', 'server'],
};

/** Room → what of Node's own modules it may use: everything, or these. */
const nodeModules = { net: '', cli: '^(node:)?(events|fs)$', settings: '^(node:)?util$' };

/** Room → the packages that it may use. */
const packages = { model: ['ipaddr\\.js'], parse: ['tr46'], intake: ['postal-mime'] };

const tests = '\\.test\\.ts$|/testing/';

const roomRules = Object.entries(rooms).map(([room, allowed]) => ({
  name: `${room}-imports-only-${['itself', ...allowed].join('-')}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: tests },
  to: { path: '^src/', pathNot: [room, ...allowed].map((name) => `^src/${name}/`) },
}));

const nodeRules = Object.entries(nodeModules)
  .filter(([, allowed]) => allowed !== '')
  .map(([room, allowed]) => ({
    name: `${room}-takes-little-of-node`,
    severity: 'error',
    from: { path: `^src/${room}/`, pathNot: tests },
    to: { dependencyTypes: ['core'], pathNot: allowed },
  }));

const packageRules = Object.keys(rooms).map((room) => ({
  name: `${room}-uses-${(packages[room] ?? ['no-package']).join('-')}`,
  severity: 'error',
  from: { path: `^src/${room}/`, pathNot: tests },
  to: { path: 'node_modules/', pathNot: (packages[room] ?? []).map((name) => `node_modules/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    ...nodeRules,
    ...packageRules,
    {
      name: 'the-library-face-imports-only-model-judge-survey-explain-render',
      severity: 'error',
      from: { path: '^src/index\\.ts$' },
      to: { path: '^src/', pathNot: '^src/(model|judge|survey|explain|render)/' },
    },
    {
      name: 'every-room-stands-in-the-table',
      severity: 'error',
      from: {},
      to: { path: '^src/[^/]+/', pathNot: `^src/(${Object.keys(rooms).join('|')})/` },
    },
    {
      name: 'no-node-behind-the-doors',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(${Object.keys(nodeModules).join('|')})/|${tests}` },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-circles', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    { name: 'nothing-unresolved', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
    { name: 'no-tests-in-the-product', severity: 'error', from: { path: '^src/', pathNot: tests }, to: { path: `${tests}|^test/` } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^bin/|^dist/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      conditionNames: ['import', 'types', 'default'],
      exportsFields: ['exports'],
    },
  },
};
