import { defineEvent, type SealedText } from '@app/decider';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.
// The caller is a professional: no field may tell the person apart about whom the question is.

export const CHANNELS = ['call', 'mail'] as const;
export type Channel = (typeof CHANNELS)[number];

export const LINES = ['general', 'psychology'] as const;
export type Line = (typeof LINES)[number];

export const SECTORS = [
  'first-line',
  'hospital',
  'palliative-second-line',
  'rest-home',
  'social-welfare',
  'mental-health',
  'pharmacy',
  'education',
  'public-service',
  'other',
] as const;
export type Sector = (typeof SECTORS)[number];

export const THEMES = [
  'end-of-life',
  'chronic-conditions',
  'rare-diseases',
  'mental-health',
  'ageing',
  'social-rights',
  'housing',
  'home-care',
  'carers',
  'addiction',
  'administration',
  'other',
] as const;
export type Theme = (typeof THEMES)[number];

export const COMPLEXITIES = ['simple', 'compound', 'complex'] as const;
export type Complexity = (typeof COMPLEXITIES)[number];

export const HANDLINGS = ['direct', 'deferred'] as const;
export type Handling = (typeof HANDLINGS)[number];

export const SOURCES_USED = ['directory', 'own-knowledge', 'colleague', 'partner', 'documentation', 'other'] as const;
export type SourceUsed = (typeof SOURCES_USED)[number];

export const ORIENTATIONS = [
  'first-line-care',
  'specialised-care',
  'social-service',
  'mental-health-service',
  'palliative-service',
  'other-helpdesk',
  'other',
] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

export const ESCALATIONS = ['referent', 'coordination', 'signal'] as const;
export type Escalation = (typeof ESCALATIONS)[number];

export const TOOLS = ['transcript', 'conversation-guide', 'directory', 'mailbox', 'other'] as const;
export type Tool = (typeof TOOLS)[number];

export const TOOL_RESULTS = ['kept', 'adapted', 'replaced', 'dropped'] as const;
export type ToolResult = (typeof TOOL_RESULTS)[number];

export interface HelpdeskContactReceivedData {
  readonly channel: Channel;
  readonly line: Line;
  readonly callerProfession?: string;
  readonly sector?: Sector;
  readonly theme?: Theme;
  readonly complexity?: Complexity;
}

export const helpdeskContactReceived = defineEvent<HelpdeskContactReceivedData>()({
  type: 'HelpdeskContactReceived',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { channel: 'core', line: 'core', callerProfession: 'core', sector: 'core', theme: 'core', complexity: 'core' },
});

export interface HelpdeskContactAnsweredData {
  readonly channel: Channel;
  readonly line: Line;
  readonly handling: Handling;
  readonly durationMinutes?: number;
  readonly sourcesUsed?: readonly SourceUsed[];
}

export const helpdeskContactAnswered = defineEvent<HelpdeskContactAnsweredData>()({
  type: 'HelpdeskContactAnswered',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { channel: 'core', line: 'core', handling: 'core', durationMinutes: 'more', sourcesUsed: 'core' },
});

export interface HelpdeskOrientationGivenData {
  readonly line: Line;
  readonly orientation: Orientation;
  readonly service?: string;
}

export const helpdeskOrientationGiven = defineEvent<HelpdeskOrientationGivenData>()({
  type: 'HelpdeskOrientationGiven',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { line: 'core', orientation: 'core', service: 'more' },
});

export interface HelpdeskContactEscalatedData {
  readonly line: Line;
  readonly escalatedTo: Escalation;
}

export const helpdeskContactEscalated = defineEvent<HelpdeskContactEscalatedData>()({
  type: 'HelpdeskContactEscalated',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { line: 'core', escalatedTo: 'core' },
});

export interface HelpdeskToolEvaluatedData {
  readonly tool: Tool;
  readonly result: ToolResult;
  readonly finding?: SealedText;
}

export const helpdeskToolEvaluated = defineEvent<HelpdeskToolEvaluatedData>()({
  type: 'HelpdeskToolEvaluated',
  version: 1,
  subject: 'none',
  tense: 'fact',
  fields: { tool: 'core', result: 'core', finding: 'text' },
});
