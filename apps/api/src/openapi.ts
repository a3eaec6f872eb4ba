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

const FIGURE_PARAMETERS = [
  query('period', '`2021`, `2021-Q1`, `2021-03`, or `2021-01-01..2021-06-30`', true),
  query('plan', 'Plan that `action` belongs to'),
  query('action', 'Number of an action'),
  query('territory', 'Code of a territory'),
  query('organisation', 'Id of an organisation'),
  query('where', 'Only one part, `dimension:value`; several with commas'),
  query('origin', '`record` (all but synthetic) or one source, for example `synthetic`'),
  query('asOf', 'Business cut-off, `YYYY-MM-DD`'),
  query('knownOn', 'What had been recorded by this Brussels day'),
  query('position', 'Position of a command: wait until the figures have reached it'),
];

const CONTRADICTIONS_AT = [
  query('asOf', 'Business cut-off, `YYYY-MM-DD`'),
  query('knownOn', 'What had been recorded by this Brussels day'),
  query('through', 'What had been recorded up to this event'),
  query('position', 'Wait until here'),
];

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
    '/api/indicators': { get: read('Every indicator definition') },
    '/api/indicators/{code}/figures': { get: read('Figures of one indicator', [path('code', 'Indicator'), ...FIGURE_PARAMETERS]) },
    '/api/figures/{id}/events': { get: read('The events and claims behind one figure', [path('id', 'figureId')]) },
    '/api/contradictions': {
      get: read('What the record says against itself', [
        query('period', 'Those that touch this period'),
        query('plan', 'Those of this plan'),
        query('rule', 'Those that this rule found'),
        query('state', '`open`, `explained` or `resolved`'),
        query('origin', '`record` (all but synthetic) or `synthetic`'),
        ...CONTRADICTIONS_AT,
      ]),
    },
    '/api/verification': {
      get: read('Printed figures beside the complete record', [query('period', 'Those that touch this period'), ...CONTRADICTIONS_AT]),
    },
    '/api/contradictions/{key}': { get: read('One contradiction', [path('key', 'Key'), ...CONTRADICTIONS_AT]) },
    '/api/plans/{plan}': {
      get: read('A plan: objectives, actions, targets beside what was realised', [
        path('plan', 'Plan'),
        query('asOf', 'Business cut-off, `YYYY-MM-DD`'),
        query('through', 'What had been recorded up to this event'),
        query('position', 'Wait until here'),
      ]),
    },
    '/api/events': { get: read('The log after a position', [query('after', 'Position'), query('limit', '1 to 1000')]) },
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
