import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNT_KINDS } from '@app/decider';
import { recorded } from '@app/decider/spec';
import { CONTRADICTION_STATES, RESTS } from '@app/indicators';
import { catalogues, type Language, LANGUAGES, Labels, type LabelTree } from '@app/labels';
import { CommandBody, type Term, terms } from '@app/partnership';
import { LIFECYCLES } from '@app/partnership/plan/progress.events';
import { Admission, type CatalogueEntry, catalogueOf } from '@app/recording';
import { getMetadataStorage } from 'class-validator';
import { samplesOf } from '../support/samples';

const ROOT = join(__dirname, '../..');

/** Words of the field that are written alike in two languages. A label that equals its translation and is not such a word was not translated. */
const SAME_IN_TWO = [
  ...['Contradiction', 'Contradictions', 'Token', 'winter'],
  ...['Action', 'Actions', 'Administration', 'Analyse', 'BOOST', 'Campagne', 'Campagnes', 'Case manager', 'Case managers', 'Coach', 'Code'],
  ...[
    'Comité',
    'Complex',
    'Concertation',
    'Concertations',
    'Consensus',
    'Consultation',
    'Contact',
    'Contacts',
    'Contribution',
    'Convention',
  ],
  ...[
    'Conventions',
    'Coordination',
    'Cycle',
    'Cycles',
    'Document',
    'Documentation',
    'Documents',
    'Dossier',
    'E-mail',
    'Euros',
    'Expertise',
  ],
  ...[
    'Fiche',
    'Film',
    'Forfait',
    'Forum',
    'Guide',
    'Handicap',
    'Hybride',
    'In test',
    'Inclusion',
    'Inclusions',
    'Indicator',
    'Institution',
  ],
  ...['Integreo', 'Intervisions', 'Invitation', 'Kit', 'Mail', 'Mailbox', 'Messages', 'Mode', 'Moderator', 'Niveau', 'Note', 'Observation'],
  ...['Online', 'Open forum', 'Organisation', 'Participant', 'Participation', 'Partner', 'Partners', 'Patient', 'Per', 'Places', 'Plan'],
  ...[
    'Plan {{plan}}',
    'Post',
    'Posts',
    'Profession',
    'Professionals',
    'Programme',
    'Protocol 3',
    'Publication',
    'Publications',
    'Referent',
  ],
  ...[
    'Service',
    'Sessions',
    'Simple',
    'Source',
    'Stable',
    'Status',
    'Structure',
    'Structures',
    'Student',
    'Team',
    'Toolbox',
    'Vaccination',
  ],
  ...['Video', 'Vote', 'Webinar', 'Website'],
  // What one of a kind is called, and what a report says of pages and actions.
  ...['action', 'action {{action}}', 'campagne', 'concertation', 'contact', 'contribution', 'convention', 'cycle', 'document', 'inclusion'],
  ...[
    'actions',
    'score',
    'scores',
    'team',
    'week',
    'winter {{year}}',
    '{{goal}} per {{group}}',
    '{{title}} (action {{number}}, {{state}})',
  ],
  ...['message', 'Page', 'phase', 'place', 'placement', 'point', 'project', 'publication', 'question', 'signal', 'structure'],
];

/** A label of places and marks alone: nothing in it is of a language. */
const isWordless = (text: string): boolean => !/\p{L}/u.test(text.replaceAll(/\{\{\w+\}\}/g, ''));

/** What an explanation says beside the constraints that a class declares. */
const BUILT_IN_CONSTRAINTS = ['isDefined', 'whitelistValidation', 'nestedValidation', 'unknownValue'];

/** Codes that look like a problem's and are never shown: the vault's own errors and file names. */
const NOT_SHOWN = /^(vault\.|[a-z]+\.(db|html|json|ndjson)$)/;

function* flat(tree: LabelTree, path = ''): Generator<[string, string]> {
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') yield [path + key, value];
    else yield* flat(value, `${path}${key}.`);
  }
}

const texts = Object.fromEntries(LANGUAGES.map((language) => [language, new Map(flat(catalogues[language]))])) as Record<
  Language,
  Map<string, string>
>;
const keys = [...texts.nl.keys()];
const missing = (wanted: Iterable<string>): string[] =>
  [...new Set(wanted)].flatMap((key) => LANGUAGES.filter((language) => !texts[language].has(key)).map((language) => `${language}: ${key}`));

const catalogue = catalogueOf(terms);
const admission = new Admission();
const labels = new Labels();

interface Property {
  readonly enum?: readonly string[];
  readonly items?: { readonly enum?: readonly string[] };
}
type Properties = Readonly<Record<string, Property>>;
interface Schema {
  readonly properties?: Properties;
  readonly $defs?: Readonly<Record<string, { readonly properties?: Properties }>>;
}

const schemaOf = (entry: CatalogueEntry): Schema => admission.schemaOf(entry);
const enumOf = ({ enum: own, items }: Property): readonly string[] => own ?? items?.enum ?? [];
const entriesOf = (term: Term): CatalogueEntry[] => term.commands.map(({ name }) => catalogue.get(name)!);
const envelopeFields = new Set(
  getMetadataStorage()
    .getTargetValidationMetadatas(CommandBody, '', false, false)
    .map(({ propertyName }) => propertyName),
);

/** Keys for the fields and enumerated values of some properties: in the term's own name, or the envelope's for what every command says. */
const keysOfProperties = (term: Term, properties: Properties): string[] =>
  Object.entries(properties).flatMap(([field, property]) => {
    const owner = envelopeFields.has(field) && !texts.nl.has(`${term.name}.field.${field}`) ? 'envelope' : term.name;
    return [`${owner}.field.${field}`, ...enumOf(property).map((value) => `${owner}.value.${field}.${value}`)];
  });

const ownKeys = (term: Term): string[] => [
  `${term.name}.title`,
  ...term.commands.map(({ name }) => `${term.name}.command.${name}`),
  ...term.events.map(({ type }) => `${term.name}.event.${type}`),
  ...entriesOf(term).flatMap((entry) => keysOfProperties(term, schemaOf(entry).properties ?? {})),
  ...term.commands.flatMap(({ refusals }) => refusals.map((code) => labels.refusalKey('nl', code))),
];

/** Fields of nested bodies: a term may label them, and need not. */
const nestedKeys = (term: Term): string[] =>
  entriesOf(term).flatMap((entry) =>
    Object.values(schemaOf(entry).$defs ?? {}).flatMap(({ properties = {} }) => keysOfProperties(term, properties)),
  );

const sourcesUnder = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(spec|d)\.ts$/.test(name))
    .map((name) => readFileSync(join(ROOT, folder, name), 'utf8'));

const quoted = (sources: readonly string[], pattern: RegExp): string[] =>
  sources.flatMap((source) => [...source.matchAll(pattern)].map((match) => match[1]!));

/** Every problem code that stands in the service's code. */
const problemCodes = (): string[] => {
  const folders = [
    'apps/api/src',
    'apps/cli/src',
    'libs/recording/src',
    'libs/indicators/src',
    'libs/projections/src',
    'libs/event-store/src',
  ];
  return quoted(folders.flatMap(sourcesUnder), /'([a-z]+\.[a-zA-Z-]+)'/g).filter((code) => !NOT_SHOWN.test(code));
};

const constraints = (): string[] => {
  const storage = getMetadataStorage() as unknown as { validationMetadatas: Map<{ name: string }, { name?: string; type: string }[]> };
  const bodies = [...storage.validationMetadatas.entries()]
    .filter(([target]) => target.name.endsWith('Body'))
    .flatMap(([, rules]) => rules);
  return [...bodies.flatMap(({ name }) => (name && name !== 'isOptional' ? [name] : [])), ...BUILT_IN_CONSTRAINTS];
};

const problemKeys = (): string[] => [
  ...problemCodes().map((code) => labels.refusalKey('nl', code)),
  ...constraints().map((name) => `problem.validation.${name}`),
];

/** The parts of the sentences that say what changed since an edition. */
const changeKeys = (): string[] => quoted(sourcesUnder('apps/api/src/editions'), /'(reporting-period\.changed\.\w+)'/g);

/** What reports say, and what the parts of a report are called: their keys end in a word of a list. */
const reportSources = [...sourcesUnder('libs/indicators/src/report'), ...sourcesUnder('libs/labels/src')];
const reportKeys = (): string[] => [
  ...quoted(reportSources, /'(report-text\.[a-z-]+\.[a-z-]+)'/g),
  ...keys.filter((key) => quoted(reportSources, /`(report-text\.[a-z.-]+\.)\$\{/g).some((beginning) => key.startsWith(beginning))),
  ...keys.filter((key) => /^report-text\.(toolkits|bodies|projects)\.(none|caption)$/.test(key)),
];

const webSources = sourcesUnder('apps/web/src');
const unionIn = (file: string, type: string): string[] => {
  const source = readFileSync(join(ROOT, file), 'utf8');
  return quoted([new RegExp(`type ${type} =([^;]+);`).exec(source)![1]!], /'([a-z-]+)'/g);
};
/** What the labels begin with whose end is a word of a list. */
const pagePrefixes = (): string[] => [...new Set(quoted(webSources, /\bt\(`([^`$]+)\$\{/g))].sort();

const pageKeys = (): string[] => [
  ...quoted(webSources, /'(page\.[\w.-]+)'/g),
  ...keys.filter((key) => pagePrefixes().some((beginning) => beginning.startsWith('page.') && key.startsWith(beginning))),
  ...RESTS.map((rest) => `page.territories.rest.${rest}`),
  ...CONTRADICTION_STATES.map((state) => `page.contradictions.state.${state}`),
  ...['all', 'year', 'quarter', 'month', 'season', 'plan'].map((kind) => `page.periodKind.${kind}`),
  ...unionIn('libs/indicators/src/plan.answer.ts', 'AchievementState').map((state) => `achievement.state.${state}`),
  ...unionIn('libs/indicators/src/plan.answer.ts', 'ActionAchievement').map((state) => `achievement.action.${state}`),
  ...unionIn('libs/indicators/src/self-evaluation/self-evaluation.answer.ts', 'AgreementState').map(
    (state) => `evaluation.agreement.${state}`,
  ),
  ...unionIn('libs/indicators/src/self-evaluation/self-evaluation.answer.ts', 'EventEvidenceState').map(
    (state) => `evaluation.event.${state}`,
  ),
  ...unionIn('libs/indicators/src/self-evaluation/self-evaluation.answer.ts', 'FigureEvidenceState').map(
    (state) => `evaluation.figure.${state}`,
  ),
  ...unionIn('libs/indicators/src/self-evaluation/self-evaluation.answer.ts', 'SelfEvaluationStatus').map(
    (state) => `evaluation.status.${state}`,
  ),
  ...LIFECYCLES.map((lifecycle) => `plan.lifecycle.${lifecycle}`),
];

/** The types of the facts that a term's sample events state. */
function factTypes(term: Term): string[] {
  return samplesOf(term.name).flatMap(({ type, data }) => {
    const definition = term.events.find((candidate) => candidate.type === type)!;
    const statements = term.facts[type]?.(recorded(definition, data, { subjects: ['AAAAAAAAAAAAAAAAAAAAAA'] })) ?? [];
    return statements.flatMap((statement) => ('type' in statement ? [statement.type] : []));
  });
}

const factSource = (term: Term): string => sourcesUnder(`libs/partnership/src/${term.name}`).join('\n');
const factLabels = (term: Term): string[] =>
  keys.filter((key) => key.startsWith(`${term.name}.fact.`)).map((key) => key.slice(term.name.length + '.fact.'.length));

describe('the labels', () => {
  it('have the same keys in every language', () => {
    expect(missing(LANGUAGES.flatMap((language) => [...texts[language].keys()]))).toEqual([]);
  });

  it.each(terms.map((term) => [term.name, term] as const))('of %s are complete', (_, term) => {
    expect(missing([...ownKeys(term), ...factTypes(term).map((type) => `${term.name}.fact.${type}`)])).toEqual([]);
  });

  it('name every problem that the service answers and every rule that a body can break', () => {
    expect(missing(problemKeys())).toEqual([]);
    expect(problemCodes()).toContain('store.outcome-unknown');
    expect(constraints()).toContain('arrayMaxSize');
  });

  it('name everything that the page shows', () => {
    expect(missing(pageKeys())).toEqual([]);
    expect(pagePrefixes()).toEqual([
      'achievement.action.',
      'achievement.state.',
      'contradiction.command.',
      'contradiction.value.reading.',
      'contradiction.value.reason.',
      'evaluation.agreement.',
      'evaluation.event.',
      'evaluation.figure.',
      'evaluation.status.',
      'page.contradictions.answer.',
      'page.contradictions.filter.',
      'page.contradictions.state.',
      'page.contradictions.text.',
      'page.format.',
      'page.periodKind.',
      'page.reports.state.',
      'page.season.',
      'page.series.per.',
      'page.territories.agrees.',
      'page.territories.rest.',
      'plan.lifecycle.',
      'plan.value.reason.',
      'plan.value.status.',
      'problem.',
      'report-text.sure.',
      'report.value.textLanguage.',
      'reporting-period.value.hierarchy.',
      'reporting-period.value.view.',
      'self-evaluation.value.aim.',
      'self-evaluation.value.role.',
      'territory.value.level.',
    ]);
  });

  it('name everything that may have changed since an edition', () => {
    expect(missing(changeKeys())).toEqual([]);
    expect(changeKeys()).toContain('reporting-period.changed.figure');
  });

  it('name everything that a report says', () => {
    expect(missing(reportKeys())).toEqual([]);
    expect(
      missing(COUNT_KINDS.filter((kind) => !['percentage', 'euro', 'other'].includes(kind)).map((kind) => `report-text.one.${kind}`)),
    ).toEqual([]);
    expect(reportKeys().length).toBeGreaterThan(100);
  });

  it('are all used', () => {
    const used = new Set([
      ...terms.flatMap((term) => [...ownKeys(term), ...nestedKeys(term)]),
      ...problemKeys(),
      ...pageKeys(),
      ...changeKeys(),
      ...reportKeys(),
    ]);
    for (const term of terms) {
      const source = factSource(term);
      const stated = new Set(factTypes(term));
      for (const type of factLabels(term)) if (stated.has(type) || source.includes(`'${type}'`)) used.add(`${term.name}.fact.${type}`);
    }
    expect(keys.filter((key) => !used.has(key))).toEqual([]);
  });

  it('say something, and never their own key', () => {
    const bad = LANGUAGES.flatMap((language) =>
      [...texts[language]].filter(([key, text]) => text.trim() === '' || text.includes(key)).map(([key]) => `${language}: ${key}`),
    );
    expect(bad).toEqual([]);
  });

  it('take the same parameters in every language', () => {
    const parameters = (text: string): string => [...new Set(text.match(/\{\{\w+\}\}/g))].sort().join();
    expect(keys.filter((key) => new Set(LANGUAGES.map((language) => parameters(texts[language].get(key) ?? ''))).size > 1)).toEqual([]);
  });

  it('are translated', () => {
    const pairs: [Language, Language][] = [
      ['nl', 'fr'],
      ['nl', 'en'],
      ['fr', 'en'],
    ];
    const alike = pairs.flatMap(([one, other]) =>
      keys.flatMap((key) => {
        const text = texts[one].get(key)!;
        return text === texts[other].get(key) && !isWordless(text) && !SAME_IN_TWO.includes(text)
          ? [`${one}, ${other}: ${key}: ${text}`]
          : [];
      }),
    );
    expect(alike).toEqual([]);
    const all = new Set(LANGUAGES.flatMap((language) => [...texts[language].values()]));
    expect(SAME_IN_TWO.filter((word) => !all.has(word))).toEqual([]);
  });
});
