import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** One line of a register: a command, its body and the key that makes the import repeatable. */
export interface RegisterLine {
  readonly key: string;
  readonly command: string;
  readonly body: unknown;
}

/** What a submitted line came to. */
export type Submitted =
  | { readonly kind: 'recorded'; readonly streamId: string; readonly eventIds: readonly string[]; readonly position?: string }
  | { readonly kind: 'already-there'; readonly streamId: string; readonly eventIds: readonly string[]; readonly position?: string }
  | { readonly kind: 'refused'; readonly code: string; readonly field?: string; readonly message?: string }
  | { readonly kind: 'unavailable'; readonly code: string };

export type Submit = (line: RegisterLine) => Promise<Submitted>;

export interface RefusedLine {
  readonly file: string;
  /** 1 for the first line of the file. */
  readonly line: number;
  readonly key?: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

export interface ImportReport {
  readonly lines: number;
  readonly recorded: number;
  readonly alreadyThere: number;
  readonly refused: readonly RefusedLine[];
  /** Position of the last recorded event. */
  readonly position?: string;
}

export interface ImportOptions {
  readonly submit: Submit;
  /** Told after every line; `total` is the number of lines of the file. */
  readonly progress?: (file: string, done: number, total: number) => void;
  /** How often a line is sent again while the service cannot take it. */
  readonly retries?: number;
  readonly pause?: (attempt: number) => Promise<void>;
}

class UnknownReference extends Error {
  constructor(readonly key: string) {
    super(key);
  }
}

/** `{"$ref": key}` is the stream that an earlier line made, `{"$event": key}` its first event. */
function resolve(value: unknown, made: ReadonlyMap<string, { streamId: string; eventIds: readonly string[] }>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, made));
  if (typeof value !== 'object' || value === null) return value;
  const [[name, key] = [], ...rest] = Object.entries(value as Record<string, unknown>);
  if ((name === '$ref' || name === '$event') && rest.length === 0 && typeof key === 'string') {
    const earlier = made.get(key);
    const hit = name === '$ref' ? earlier?.streamId : earlier?.eventIds[0];
    if (hit === undefined) throw new UnknownReference(key);
    return hit;
  }
  return Object.fromEntries(Object.entries(value as Record<string, unknown>).map(([field, item]) => [field, resolve(item, made)]));
}

const isLine = (value: unknown): value is RegisterLine => {
  const line = value as Partial<RegisterLine> | null;
  return typeof line === 'object' && line !== null && typeof line.key === 'string' && typeof line.command === 'string' && 'body' in line;
};

async function linesOf(file: string): Promise<readonly string[]> {
  const lines: string[] = [];
  for await (const line of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) lines.push(line);
  return lines;
}

/**
 * Imports registers line by line, in the order given. A refused line is reported with its number and reason and never stops the rest; a second import
 * records nothing, because every line keeps its key.
 */
export async function importRegisters(files: readonly string[], options: ImportOptions): Promise<ImportReport> {
  const { submit, progress, retries = 20, pause = () => new Promise((done) => setTimeout(done, 250)) } = options;
  const made = new Map<string, { streamId: string; eventIds: readonly string[] }>();
  const refused: RefusedLine[] = [];
  let count = 0;
  let recorded = 0;
  let alreadyThere = 0;
  let position: string | undefined;

  const sendLine = async (line: RegisterLine): Promise<Submitted> => {
    for (let attempt = 0; ; attempt++) {
      const outcome = await submit(line);
      if (outcome.kind !== 'unavailable' || attempt >= retries) return outcome;
      await pause(attempt);
    }
  };

  const take = async (file: string, number: number, text: string): Promise<void> => {
    const refuse = (code: string, more: Partial<RefusedLine> = {}) => refused.push({ file, line: number, code, ...more });
    let parsed: unknown;
    try {
      parsed = JSON.parse(text);
    } catch {
      refuse('import.not-json');
      return;
    }
    if (!isLine(parsed)) {
      refuse('import.not-a-command-line');
      return;
    }
    const { key, command } = parsed;
    let body: unknown;
    try {
      body = resolve(parsed.body, made);
    } catch (error) {
      if (!(error instanceof UnknownReference)) throw error;
      refuse('import.unknown-reference', { key, message: error.key });
      return;
    }
    const outcome = await sendLine({ key, command, body });
    if (outcome.kind === 'refused' || outcome.kind === 'unavailable') {
      refuse(outcome.code, { key, ...(outcome.kind === 'refused' ? { field: outcome.field, message: outcome.message } : {}) });
      return;
    }
    made.set(key, outcome);
    position = outcome.position ?? position;
    if (outcome.kind === 'recorded') recorded++;
    else alreadyThere++;
  };

  for (const file of files) {
    const lines = await linesOf(file);
    for (const [n, text] of lines.entries()) {
      if (text.trim() !== '') {
        count++;
        await take(file, n + 1, text);
      }
      progress?.(file, n + 1, lines.length);
    }
  }
  return { lines: count, recorded, alreadyThere, refused, ...(position === undefined ? {} : { position }) };
}
