import { dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, sameData } from '@app/decider';
import type { IndicatorContent } from './definition.events';
import {
  indicatorDefined,
  type IndicatorDefinedData,
  indicatorRetired,
  type IndicatorRetiredData,
  indicatorRevised,
} from './indicator.events';
import { definitionProblem } from './schema.decider';

/** A version with the event that says it. Its number is its place after what it follows: first the definition, then each revision. */
export interface SaidVersion {
  readonly content: IndicatorContent;
  readonly eventId: string;
  /** UTC instant. */
  readonly recordedAt: string;
}

export interface IndicatorState {
  readonly defined?: IndicatorDefinedData;
  readonly versions: readonly SaidVersion[];
  readonly retired?: Kept<IndicatorRetiredData>;
}

type IndicatorEvent = EventOf<typeof indicatorDefined> | EventOf<typeof indicatorRevised> | EventOf<typeof indicatorRetired>;

function contentOf(data: IndicatorDefinedData): IndicatorContent {
  const { follows: _follows, ...content } = data;
  return content;
}

const evolve = (state: IndicatorState, event: IndicatorEvent): IndicatorState => {
  const { id: eventId, recordedAt } = event;
  switch (event.type) {
    case 'IndicatorDefined':
      return { ...state, defined: event.data, versions: [{ content: contentOf(event.data), eventId, recordedAt }] };
    case 'IndicatorRevised':
      return { ...state, versions: [...state.versions, { content: event.data, eventId, recordedAt }] };
    case 'IndicatorRetired':
      return { ...state, retired: kept(event) };
    default:
      return state;
  }
};

export const indicatorEvolution: Evolution<IndicatorState> = { initialState: { versions: [] }, evolve };

/** @throws Refusal for what no field alone shows to be wrong. */
function ensureSound(content: IndicatorContent): void {
  const problem = definitionProblem(content);
  ensure(problem === undefined, `indicator.${problem?.code ?? ''}`, {}, problem?.field);
}

export const defineIndicator: Decide<IndicatorDefinedData, IndicatorState> = (command, { defined }) => {
  const data = dataOf(indicatorDefined, command);
  if (sameData(defined, data)) return [];
  ensure(defined === undefined, 'indicator.already-defined', { code: data.code }, '/code');
  ensureSound(contentOf(data));
  return [happened(indicatorDefined, data)];
};

export interface ReviseIndicator extends IndicatorContent {
  readonly corrects?: string;
}

/** A corrected version keeps its place between the others: only a new one must begin where the last began, or later. */
export const reviseIndicator: Decide<ReviseIndicator, IndicatorState> = (command, { versions, retired }) => {
  const data = dataOf(indicatorRevised, command);
  const last = versions.at(-1)?.content;
  ensure(last !== undefined, 'indicator.not-defined', { code: data.code }, '/code');
  if (sameData(last, data)) return [];
  ensure(retired === undefined || command.corrects !== undefined, 'indicator.retired', { code: data.code }, '/code');
  const inOrder = command.corrects !== undefined || last.appliesFrom <= data.appliesFrom;
  ensure(inOrder, 'indicator.applies-before-the-last', { appliesFrom: last.appliesFrom }, '/appliesFrom');
  ensureSound(data);
  return [happened(indicatorRevised, data)];
};

export const retireIndicator: Decide<IndicatorRetiredData, IndicatorState> = (command, { defined, retired }, { occurred }) => {
  const data = dataOf(indicatorRetired, command);
  ensure(defined !== undefined, 'indicator.not-defined', { code: data.code }, '/code');
  if (sameData(retired, { data, occurred })) return [];
  ensure(retired === undefined, 'indicator.retired', { code: data.code }, '/code');
  ensure(data.replacedBy !== data.code, 'indicator.replaced-by-itself', { code: data.code }, '/replacedBy');
  return [happened(indicatorRetired, data)];
};
