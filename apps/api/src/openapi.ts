import { editionViews } from '@app/indicators';
import { LANGUAGES } from '@app/labels';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { CommandDescription } from './commands/descriptions';

type Operation = Readonly<Record<string, unknown>>;

const problem = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

const json = (description: string, schema: object = {}) => ({ description, content: { 'application/json': { schema } } });

const query = (name: string, description: string, required = false) => ({
  name,
  in: 'query',
  required,
  description,
  schema: { type: 'string' },
});
const path = (name: string, description: string) => ({ name, in: 'path', required: true, description, schema: { type: 'string' } });

const ANSWER = {
  type: 'object',
  required: ['streamId', 'revision', 'eventIds'],
  properties: {
    streamId: { type: 'string' },
    revision: { type: 'integer' },
    position: { type: 'string' },
    eventIds: { type: 'array', items: { type: 'string', format: 'uuid' } },
  },
};

const TEXTS = { type: 'object', properties: { nl: { type: 'string' }, fr: { type: 'string' }, en: { type: 'string' } } };

const PROBLEM = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'message', 'errors'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    message: TEXTS,
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, code: { type: 'string' }, message: TEXTS } },
    },
  },
};

/** OpenAPI 3.0 knows no `$defs`: the schemas of nested bodies move to the components. */
function intoComponents(schema: object, components: Record<string, unknown>): object {
  const { $schema, $defs, ...rest } = JSON.parse(JSON.stringify(schema).replaceAll('#/$defs/', '#/components/schemas/')) as Record<
    string,
    unknown
  >;
  void $schema;
  Object.assign(components, $defs);
  return rest;
}

function commandOperation(command: CommandDescription, components: Record<string, unknown>): Operation {
  return {
    operationId: command.name,
    tags: [command.term],
    summary: command.labels['en'],
    description: `Systems: ${command.systems.join(', ')}. Refusals: ${command.refusals.map(({ code }) => code).join(', ') || 'none'}.`,
    security: [{ token: [] }],
    parameters: [
      { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 200 } },
      { name: 'If-Match', in: 'header', required: false, schema: { type: 'string' } },
    ],
    requestBody: { required: true, content: { 'application/json': { schema: intoComponents(command.schema, components) } } },
    responses: {
      201: json('Recorded', ANSWER),
      200: json('Recorded already in other words: no new event', ANSWER),
      400: problem('The body or a header is not valid'),
      401: problem('No valid token'),
      404: problem('The stream that the body names does not exist'),
      409: problem('Refused: it contradicts what is recorded'),
      412: problem('Another revision than If-Match says'),
      413: problem('Larger than 1 MiB'),
      415: problem('Not JSON'),
      422: problem('The key was used with another body'),
      503: problem('Not recorded, or outcome unknown: send the same key again'),
    },
  };
}

const KNOWN_PARAMETERS = [
  query('knownOn', 'What had been recorded by this Brussels day'),
  query('through', 'What had been recorded up to this event; wins over `knownOn`'),
  query('position', 'Position of a command: wait until the answer knows of it'),
];

const AT_PARAMETERS = [query('asOf', 'Business cut-off, `YYYY-MM-DD`'), ...KNOWN_PARAMETERS];

const FIGURE_PARAMETERS = [
  query('period', '`2021`, `2021-Q1`, `2021-03`, `2021-03-29`, `2021-winter`, `2021-01-01..2021-06-30`, or `plan:2021`'),
  query('plan', 'Plan that `action` belongs to'),
  query('action', 'Number of an action'),
  query('territory', 'Code of a territory'),
  query('hierarchy', '`then` (by the boundaries of the day of each fact) or `now` (by those of `asOf`)'),
  query('organisation', 'Id of an organisation'),
  query('where', 'Only one part, `dimension:value`; several with commas'),
  query('origin', '`record` (all but synthetic) or one source, for example `synthetic`'),
  query('definition', '`inForce`, or the number of a version; by default the latest'),
  ...AT_PARAMETERS,
];

const DEFINITIONS_AT = [
  query('asOf', 'Which version is in force on this day, and what is retired by then'),
  query('knownOn', 'What had been recorded by this Brussels day'),
  query('through', 'What had been recorded up to this event'),
  query('position', 'Wait until here'),
];

const FREEZE: Operation = {
  operationId: 'freeze-edition',
  tags: ['reporting-period'],
  summary: 'Freeze a view of an opened period as its next edition',
  security: [{ token: [] }],
  parameters: [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', maxLength: 200 } }],
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: {
          type: 'object',
          required: ['view', 'subject', 'period'],
          properties: {
            view: { type: 'string', enum: [...editionViews.keys()] },
            subject: { type: 'string' },
            period: { type: 'string' },
            asOf: { type: 'string', format: 'date' },
            knownOn: { type: 'string', format: 'date' },
            languages: { type: 'array', items: { type: 'string', enum: [...LANGUAGES] } },
          },
        },
      },
    },
  },
  responses: {
    201: json('Frozen'),
    200: json('Frozen already with the same content: no new edition'),
    400: problem('The body or a header is not valid'),
    401: problem('No valid token'),
    403: problem('A generator freezes nothing'),
    404: problem('There is no such view or subject'),
    409: problem('Refused: the period is not open'),
    422: problem('The key was used with another body'),
    503: problem('Not recorded, or outcome unknown: send the same key again'),
  },
};

/** The OpenAPI document, from the same descriptions as `GET /api/commands`. */
export function openApiDocument(commands: readonly CommandDescription[]): OpenAPIObject {
  const schemas: Record<string, unknown> = { Problem: PROBLEM };
  const read = (summary: string, parameters: readonly object[] = []): Operation => ({
    summary,
    tags: ['reading'],
    parameters,
    responses: { 200: json('OK'), 400: problem('A parameter is not valid'), 404: problem('Not found'), 503: problem('Not caught up yet') },
  });
  const paths = {
    ...Object.fromEntries(commands.map((command) => [`/api/commands/${command.name}`, { post: commandOperation(command, schemas) }])),
    '/api/commands': { get: read('Every command with schema, labels, field classes and refusals') },
    '/api/indicators': {
      get: read('Every indicator in its latest version', [query('retired', '`true`: retired ones too'), ...DEFINITIONS_AT]),
    },
    '/api/indicators/{code}': { get: read('One indicator with all its versions', [path('code', 'Indicator'), ...DEFINITIONS_AT]) },
    '/api/indicators/{code}/figures': { get: read('Figures of one indicator', [path('code', 'Indicator'), ...FIGURE_PARAMETERS]) },
    '/api/indicators/{code}/territories': {
      get: read('One indicator over the parts of a territory', [
        path('code', 'Indicator'),
        query('parent', 'Code of the territory that is divided; the Region without it'),
        query('level', 'Into `zone`, `commune`, `quarter`, `postal` or `sector`; the level below without it'),
        ...FIGURE_PARAMETERS.filter(({ name }) => name !== 'territory'),
      ]),
    },
    '/api/figures/export': {
      get: read('Figures as a file', [
        query('format', '`csv`, `datapackage` (the descriptor of the CSV), `xlsx`, `sdmx-csv` or `dhis2`; `csv` without it'),
        query('indicators', 'Codes with commas, or `all` that have something to say', true),
        query('by', 'Cut into each `year`, `quarter` or `month`'),
        query('territories', 'A table for each, over `zone`, `commune`, `quarter`, `postal` or `sector`; then `territory` is not asked'),
        query('parent', 'Code of the territory that the tables divide; the Region without it'),
        query('lang', 'Language of labels: `nl` (without it), `fr` or `en`'),
        ...FIGURE_PARAMETERS,
      ]),
    },
    '/api/figures/{id}/events': { get: read('The events and claims behind one figure', [path('id', 'figureId')]) },
    '/api/dashboards/{period}': {
      get: read('Every indicator that says something about a period, with its figure', [
        path('period', 'As in a figure; `plan:2021` is the period of that plan'),
        query('plan', 'Only what serves this plan'),
        query('territory', 'Code of a territory'),
        query('organisation', 'Id of an organisation'),
        ...AT_PARAMETERS,
      ]),
    },
    '/api/scopes': { get: read('The territories and organisations that figures can be narrowed to', AT_PARAMETERS) },
    '/api/plans': { get: read('The plans that were adopted', KNOWN_PARAMETERS) },
    '/api/plans/{plan}': {
      get: read('A plan: objectives, actions, targets beside what was realised', [
        path('plan', 'Plan'),
        ...AT_PARAMETERS,
        query('edition', 'Number of an edition: its bytes instead of the plan of today'),
        query('period', 'Period of that edition, when several have one'),
        query('editions', '`true` adds each edition and whether anything changed since'),
      ]),
    },
    '/api/editions': {
      get: read('Every edition that was frozen', [
        query('view', 'Kind of view'),
        query('subject', 'What the view is of'),
        query('period', 'A year, quarter or month'),
        query('position', 'Wait until here'),
      ]),
      post: FREEZE,
    },
    '/api/editions/{id}': { get: read('What made an edition', [path('id', 'Edition'), query('position', 'Wait until here')]) },
    '/api/editions/{id}/content': {
      get: read('The bytes of an edition as they were frozen', [
        path('id', 'Edition'),
        query('format', 'json (without one), csv, html, pdf, docx or xlsx'),
        query('lang', 'nl, fr or en, of a file'),
      ]),
    },
    '/api/editions/{id}/changes': {
      get: read('What changed since an edition', [
        path('id', 'Edition'),
        query('lang', 'nl, fr or en: the sentences in this language alone'),
        query('position', 'Wait until here'),
      ]),
    },
    '/api/reports': { get: read('Every template, and the reports that were drafted') },
    '/api/reports/{template}/{year}': {
      get: read('A report of a year, as page, DOCX, PDF or JSON by Accept or format', [
        path('template', 'Template'),
        path('year', 'Year of the report'),
        query('lang', 'nl, fr or en'),
        query('format', 'html, docx, pdf or json; without it, what Accept names'),
        query('edition', 'Number of an edition: the report as it was frozen'),
        query('asOf', 'Business cut-off, `YYYY-MM-DD`'),
        query('knownOn', 'What had been recorded by this Brussels day'),
        query('through', 'What had been recorded up to this event'),
        query('position', 'Wait until here'),
      ]),
    },
    '/api/self-evaluations': { get: read('Every self-evaluation of the five aims, claimed ones included', AT_PARAMETERS) },
    '/api/self-evaluations/{year}': {
      get: read('One self-evaluation: scores by role, agreement, how the evidence stands, claimed scores beside them', [
        path('year', 'Year'),
        query('zone', 'Code of a care zone; without it the whole Region'),
        ...AT_PARAMETERS,
      ]),
    },
    '/api/events': { get: read('The log after a position', [query('after', 'Position'), query('limit', '1 to 1000')]) },
    '/api/events/{id}': { get: read('One event', [path('id', 'Event'), query('position', 'Wait until here')]) },
    '/api/events/{id}/figures': {
      get: read('The figures that an event moves: before it, through it, and now', [
        path('id', 'Event'),
        query('asOf', 'Business cut-off of all three, `YYYY-MM-DD`'),
        query('after', '`next` of the page before'),
        query('position', 'Wait until here'),
      ]),
    },
    '/api/labels/{language}': { get: read('Every label of one language', [path('language', 'nl, fr or en')]) },
    '/api/projections': { get: read('State and lag of every projection') },
    '/api/reactions': { get: read('State of every reaction') },
    '/api/reactions/settled': { get: read('What reactions did last, refusals included', [query('position', 'Wait until here')]) },
    '/health/live': { get: read('The process answers') },
    '/health/ready': { get: read('The service answers in full') },
  };
  return {
    openapi: '3.0.3',
    info: { title: 'Kroniek', version: '0.1.0', description: 'The event-sourced record of an integrated-care partnership.' },
    paths,
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } }, schemas },
  } as unknown as OpenAPIObject;
}
