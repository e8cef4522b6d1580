/**
 * The pages of docs/rules: one for each code of the vocabulary, and their index. Text in, text out.
 */

const parties = {
  'recipient-dns': "who runs the recipient domain's DNS",
  'recipient-mail': "who runs the recipient's mail servers",
  'recipient-user': "the mailbox's owner",
  network: 'who runs a firewall or path between the two',
  'sender-dns': "who runs the sender's DNS",
  'sender-mail': "who runs the sender's mail server",
  'sender-user': 'who typed the address or wrote the message',
  local: 'who runs the machine that the trace runs on',
  nobody: 'nobody: wait',
};

const severities = {
  error: 'error: this alone stops or defers the mail on that route',
  warning: 'warning: mail gets through, something is broken',
  notice: 'notice: worth knowing',
  info: 'info: a fact',
};

const waiting = { yes: 'helps', no: 'does not help', unknown: 'may help' };

const scopes = {
  same: 'of the same subject',
  beneath: 'of the same subject and of whatever lies beneath it',
  family: 'of the same address family',
  all: 'anywhere in the case',
};

/** The declarations of a code, each with the rule that makes it. */
function declarationsOf(code, rules) {
  return rules.flatMap((rule) => (rule.says[code] === undefined ? [] : [{ rule, declaration: rule.says[code] }]));
}

function capitalise(clause) {
  return `${clause.slice(0, 1).toUpperCase()}${clause.slice(1)}.`;
}

/** Angle brackets and asterisks would be markup; placeholders show as code. */
function escapeText(text) {
  return text.replace(/[<>*_|]/g, (character) => `\\${character}`).replace(/\{([a-zA-Z][a-zA-Z0-9]*)\}/g, '`$1`');
}

function linkTo(code) {
  return `[\`${code}\`](${code}.md)`;
}

function renderVariant(says, wording) {
  const inform = (wording.alsoInform ?? []).map((party) => parties[party]);
  return [
    `## ${says}`,
    '',
    `**${escapeText(wording.title)}**`,
    '',
    escapeText(wording.explanation),
    '',
    `- Severity: ${severities[wording.severity]}`,
    `- Who must act: ${parties[wording.responsible]}`,
    ...(inform.length > 0 ? [`- Who else should know: ${inform.join('; ')}`] : []),
    `- Waiting: ${waiting[wording.waitingHelps]}`,
    ...(wording.remedy.length > 0 ? ['', 'What to do:', '', ...wording.remedy.map((step, at) => `${at + 1}. ${escapeText(step)}`)] : []),
    '',
  ];
}

function renderExplains(declarations) {
  const edges = declarations.flatMap(({ declaration }) => declaration.explains);
  const lines = [...new Set(edges.map(({ code, scope }) => `- ${linkTo(code)} ${scopes[scope]}`))].sort();
  return lines.length === 0 ? [] : ['## What it explains', '', ...lines, ''];
}

function renderExplainedBy(code, rules) {
  const explaining = rules.flatMap((rule) =>
    Object.entries(rule.says).flatMap(([other, declaration]) => (declaration.explains.some((edge) => edge.code === code) ? [other] : [])),
  );
  const lines = [...new Set(explaining)].sort().map((other) => `- ${linkTo(other)}`);
  return lines.length === 0 ? [] : ['## What explains it', '', ...lines, ''];
}

function renderReferences(declarations) {
  const references = [...new Set(declarations.flatMap(({ declaration }) => declaration.references))];
  return references.length === 0 ? [] : ['## Sources', '', ...references.map((reference) => `- ${escapeText(reference)}`), ''];
}

/** What a saved world that shows the code says about it: one that it decides, else the first. */
function renderExample(code, examples) {
  const showing = examples.filter(({ findings }) => findings.some((finding) => finding.code === code));
  const example = showing.find(({ verdict }) => verdict.cause === code) ?? showing[0];
  const finding = example?.findings.find((candidate) => candidate.code === code);
  if (finding === undefined) return [];
  const { outcome, cause } = example.verdict;
  const verdict = cause === null ? outcome : `${outcome}, ${cause}`;
  const lines = [`${finding.severity} ${finding.id}`, finding.title, `verdict: ${verdict}`];
  return ['## Example', '', `${example.name}:`, '', '```', ...lines, '```', ''];
}

/** The page of one code; `examples` are saved reports with the names of their worlds. */
export function renderPage(code, { rules, codeClauses }, examples) {
  const declarations = declarationsOf(code, rules);
  const head = [`# ${code}`, '', capitalise(codeClauses[code]), ''];
  if (declarations.length === 0) {
    const note = 'No rule says this yet.';
    return [...head, note, '', ...renderExplainedBy(code, rules)].join('\n');
  }
  const descriptions = [...new Set(declarations.map(({ declaration }) => declaration.description))];
  const variants = declarations.flatMap(({ declaration }) => Object.entries(declaration.variants));
  const once = [...new Map(variants).entries()];
  return [
    ...head,
    ...descriptions.flatMap((description) => [escapeText(description), '']),
    ...once.flatMap(([says, wording]) => renderVariant(says, wording)),
    ...renderExample(code, examples),
    ...renderExplains(declarations),
    ...renderExplainedBy(code, rules),
    ...renderReferences(declarations),
    `Said by ${declarations.map(({ rule }) => `\`src/rules/${rule.id}.ts\``).join(', ')}.`,
    '',
  ].join('\n');
}

/** The index: every code with its clause, and, apart, the codes that no rule says yet. */
export function renderIndex({ rules, codes, codeClauses }) {
  const said = codes.filter((code) => declarationsOf(code, rules).length > 0);
  const unsaid = codes.filter((code) => !said.includes(code));
  const rows = said.map((code) => `| ${linkTo(code)} | ${severitiesOf(code, rules)} | ${codeClauses[code]} |`);
  const silent = unsaid.map((code) => `- ${linkTo(code)}: ${codeClauses[code]}`);
  return [
    '# The rules',
    '',
    'One page for each code that a finding can carry, written from the rules by `npm run generate`.',
    `${said.length} of ${codes.length} codes have a rule.`,
    '',
    '| code | severity | what it says |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...(silent.length > 0 ? ['## Codes that no rule says yet', '', ...silent, ''] : []),
  ].join('\n');
}

function severitiesOf(code, rules) {
  const wordings = declarationsOf(code, rules).flatMap(({ declaration }) => Object.values(declaration.variants));
  const found = new Set(wordings.map(({ severity }) => severity));
  return Object.keys(severities)
    .filter((severity) => found.has(severity))
    .join(', ');
}
