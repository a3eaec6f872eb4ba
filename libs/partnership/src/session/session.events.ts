import { defineEvent, type Occurred, type Quantity, type SealedText } from '@app/decider';
import type { Profession } from '../vocabulary';

// Storage contract: never rename or reuse a type or a field; a new shape is a new version with an upcaster and a frozen sample.

/**
 * What a session counts as. A `training` is given on request, among the information sessions; a `training-day` is one of the half-yearly days. Sessions
 * for our own team inform nobody outside: they count apart. An `exploratory-focus-group` finds out which questions a focus group should answer.
 */
export const SESSION_KINDS = [
  'info-session',
  'webinar',
  'lunch',
  'training',
  'training-day',
  'seminar',
  'team-session',
  'workshop',
  'open-day',
  'focus-group',
  'exploratory-focus-group',
  'talent-event',
  'school-visit',
  'resilience-individual',
  'resilience-group',
  'vaccination-day',
  'festival',
  'first-line-meeting',
  'collective-activity',
  'other',
] as const;
export type SessionKind = (typeof SESSION_KINDS)[number];

/** Whoever comes here seeks care or support for themselves: heads are counted, nobody is listed or registered by name. */
export const ANONYMOUS_KINDS: readonly SessionKind[] = ['resilience-individual', 'resilience-group', 'vaccination-day'];

export const SESSION_MODES = ['in-person', 'online', 'hybrid'] as const;
export type SessionMode = (typeof SESSION_MODES)[number];

export const SESSION_THEMES = [
  'palliative-care',
  'mental-health',
  'diabetes',
  'perinatal-care',
  'protocol-3',
  'multidisciplinary-concertation',
  'case-management',
  'our-services',
  'access',
  'continuity',
  'integrated-care',
  'first-line',
  'work-in-care',
  'vaccination',
  'digital-care',
  'cooperation',
  'knowledge',
  'coordination',
  'prevention',
  'vulnerability',
  'inclusive-care',
  'resilience',
  'autonomy',
  'other',
] as const;
export type SessionTheme = (typeof SESSION_THEMES)[number];

export const SESSION_AUDIENCES = [
  'professionals',
  'rest-homes',
  'students',
  'volunteers',
  'residents',
  'experts-by-experience',
  'informal-carers',
  'career-switchers',
  'own-team',
  'mixed',
] as const;
export type SessionAudience = (typeof SESSION_AUDIENCES)[number];

/** Part of the day: several rounds of an open day are told apart by it. */
export const SESSION_SLOTS = ['morning', 'afternoon', 'evening', 'whole-day'] as const;
export type SessionSlot = (typeof SESSION_SLOTS)[number];

export const CANCELLATION_REASONS = ['health-measures', 'too-few-registrations', 'speaker-absent', 'organiser', 'other'] as const;
export type CancellationReason = (typeof CANCELLATION_REASONS)[number];

/** Reviewed text in the languages of the field. */
export interface SessionTitle {
  readonly nl: string;
  readonly fr: string;
  readonly en?: string;
}

export interface HeadsOfProfession {
  readonly profession: Profession;
  readonly heads: number;
}

export interface Registration {
  /** Absent for an anonymous registration. */
  readonly participant?: string;
  readonly occurred: Occurred;
}

/**
 * Every registration as it stands after the event, carried where a count and single registrations meet: a count of T beside n names is max(T, n), so
 * one new name may take the place of a counted head.
 */
export interface Roll {
  readonly registered: readonly Registration[];
  readonly counted?: { readonly registrations: Quantity; readonly occurred: Occurred };
}

/** What every event of a session says of it, so that whatever it counts can be split. */
export interface SessionDimensions {
  readonly kind: SessionKind;
  readonly theme?: SessionTheme;
  readonly mode?: SessionMode;
  readonly audience?: SessionAudience;
  readonly slot?: SessionSlot;
  /** Code of the part of a larger group that meets here. */
  readonly subGroup?: string;
  /** The nth of a series, for example of a learning path. */
  readonly sessionNumber?: number;
}

const dimensions = {
  kind: 'core',
  theme: 'core',
  mode: 'core',
  audience: 'core',
  slot: 'core',
  subGroup: 'core',
  sessionNumber: 'core',
} as const;

interface Description extends SessionDimensions {
  readonly title: SessionTitle;
  /** Organisations; a set, so that one session of several organisations is one session. */
  readonly organisers?: readonly string[];
  /** The training cycle or learning path that it is a session of. */
  readonly cycle?: string;
  /** How many people speak. */
  readonly speakers?: number;
}

const description = { ...dimensions, title: 'public-text', organisers: 'more', cycle: 'internal', speakers: 'core' } as const;

export interface Attendance {
  readonly present?: readonly string[];
  readonly heads?: Quantity;
  readonly byProfession?: readonly HeadsOfProfession[];
}

export interface SessionPlannedData extends Description {
  readonly capacity?: number;
}

export const sessionPlanned = defineEvent<SessionPlannedData>()({
  type: 'SessionPlanned',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { ...description, capacity: 'core' },
});

/** The envelope's `occurred` is the new date. */
export interface SessionRescheduledData extends SessionDimensions {
  readonly remark?: SealedText;
}

export const sessionRescheduled = defineEvent<SessionRescheduledData>()({
  type: 'SessionRescheduled',
  version: 1,
  subject: 'professional',
  tense: 'plan',
  fields: { ...dimensions, remark: 'text' },
});

export interface SessionCancelledData extends SessionDimensions {
  readonly reason: CancellationReason;
  /** The date that falls away; the envelope's `occurred` is the day of the cancellation. */
  readonly plannedFor: Occurred;
  readonly remark?: SealedText;
}

export const sessionCancelled = defineEvent<SessionCancelledData>()({
  type: 'SessionCancelled',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { ...dimensions, reason: 'core', plannedFor: 'core', remark: 'text' },
});

/** One record of one session; a set of dates is one record, one session per date and one head count over all. */
export interface SessionHeldData extends Description, Attendance {
  readonly registrations?: Quantity;
  readonly views?: Quantity;
  /** Organisations that took part, as far as they were counted. */
  readonly organisations?: Quantity;
  readonly roll?: Roll;
  readonly remark?: SealedText;
}

export const sessionHeld = defineEvent<SessionHeldData>()({
  type: 'SessionHeld',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: {
    ...description,
    registrations: 'core',
    present: 'more',
    heads: 'core',
    byProfession: 'core',
    views: 'core',
    organisations: 'core',
    roll: 'more',
    remark: 'text',
  },
});

export interface ParticipantRegisteredData extends SessionDimensions {
  readonly registration: string;
  readonly participant?: string;
  readonly profession?: Profession;
  readonly roll?: Roll;
}

export const participantRegistered = defineEvent<ParticipantRegisteredData>()({
  type: 'ParticipantRegistered',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: {
    ...dimensions,
    registration: 'internal',
    participant: 'more',
    profession: 'core',
    roll: 'more',
  },
});

export interface RegistrationCancelledData extends SessionDimensions {
  readonly registration: string;
  readonly participant?: string;
  readonly roll?: Roll;
}

export const registrationCancelled = defineEvent<RegistrationCancelledData>()({
  type: 'RegistrationCancelled',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { ...dimensions, registration: 'internal', participant: 'more', roll: 'more' },
});

export interface RegistrationsCountedData extends SessionDimensions {
  readonly registrations: Quantity;
  readonly roll?: Roll;
}

export const registrationsCounted = defineEvent<RegistrationsCountedData>()({
  type: 'RegistrationsCounted',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { ...dimensions, registrations: 'core', roll: 'more' },
});

export interface AttendanceRecordedData extends SessionDimensions, Attendance {}

export const attendanceRecorded = defineEvent<AttendanceRecordedData>()({
  type: 'AttendanceRecorded',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { ...dimensions, present: 'more', heads: 'core', byProfession: 'core' },
});

/** Online views apart: never attendances. A later reading takes the place of an earlier one. */
export interface ViewsRecordedData extends SessionDimensions {
  readonly views: Quantity;
}

export const viewsRecorded = defineEvent<ViewsRecordedData>()({
  type: 'ViewsRecorded',
  version: 1,
  subject: 'professional',
  tense: 'fact',
  fields: { ...dimensions, views: 'core' },
});
