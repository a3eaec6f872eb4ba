import { exactly, lessUnits, type Occurred, type Quantity, type RecordedEvent } from '@app/decider';
import { type FactDraft, type FactMapping, type FactStatement, many, one } from '../facts';
import { attendanceFacts, eachDate, unnamedFacts } from '../gathering';
import type {
  AttendanceRecordedData,
  ParticipantRegisteredData,
  RegistrationCancelledData,
  RegistrationsCountedData,
  Roll,
  SessionCancelledData,
  SessionHeldData,
  SessionPlannedData,
  SessionRescheduledData,
  ViewsRecordedData,
} from './session.events';

type Dims = NonNullable<FactDraft['dims']>;

const REGISTRATIONS = 'session-registrations';

const DIMENSIONS = ['kind', 'theme', 'mode', 'audience', 'slot', 'subGroup', 'sessionNumber'] as const;

const dimsOf = (data: { readonly [D in (typeof DIMENSIONS)[number]]?: string | number }): Dims =>
  Object.fromEntries(DIMENSIONS.flatMap((dim) => (data[dim] ? [[dim, data[dim]]] : [])));

const gathering = ({ streamId }: RecordedEvent<string, any>, dims: Dims) => ({ occurrenceKey: streamId, dims });

/** Who comes to be vaccinated is a person in care: small numbers of them are protected, those of professionals are not. */
const heads = (event: RecordedEvent<string, AttendanceRecordedData | SessionHeldData>): readonly FactDraft[] => {
  const place = gathering(event, dimsOf(event.data));
  return event.data.kind === 'vaccination-day'
    ? attendanceFacts('vaccination-attendances', event.data, { ...place, subjectKind: 'care' })
    : attendanceFacts('session-attendances', event.data, place);
};

const planned = (event: RecordedEvent<string, any>): readonly FactDraft[] =>
  eachDate(event.occurred).map((occurred) => one('session-planned', 'session', { ...gathering(event, dimsOf(event.data)), occurred }));

/** One registration: a named row, or an unnamed head. */
const registered = (rest: Partial<FactDraft>, participant: string | undefined, occurred: Occurred): FactDraft =>
  one(REGISTRATIONS, 'registration', { ...rest, occurred, ...(participant ? { subjectKey: participant } : {}) });

/** States the registrations of a session anew: names one by one, and the heads that a count holds beyond them. */
function restated(event: RecordedEvent<string, any>, { registered: all, counted }: Roll): readonly FactStatement[] {
  const rest = { ...gathering(event, dimsOf(event.data)), subjectKind: 'professional' } as const;
  const named = all.filter(({ participant }) => participant);
  const anonymous = all.filter(({ participant }) => !participant);
  return [
    { close: [REGISTRATIONS], occurrenceKey: event.streamId },
    ...named.map(({ participant, occurred }) => registered(rest, participant, occurred)),
    ...(counted
      ? unnamedFacts(
          many(REGISTRATIONS, 'registration', lessUnits(counted.registrations, named.length, anonymous.length), {
            ...rest,
            occurred: counted.occurred,
          }),
        )
      : anonymous.map(({ occurred }) => registered(rest, undefined, occurred))),
  ];
}

function counted(event: RecordedEvent<string, any>, registrations: Quantity, roll: Roll | undefined): readonly FactStatement[] {
  if (roll) return restated(event, roll);
  // A registration before the count may be corrected after it, and then states what it knows of the count.
  return [
    { close: [REGISTRATIONS], occurrenceKey: event.streamId },
    many(REGISTRATIONS, 'registration', registrations, { ...gathering(event, dimsOf(event.data)), subjectKind: 'professional' }),
  ];
}

const viewed = (event: RecordedEvent<string, any>, views: Quantity): FactDraft =>
  many('session-views', 'view', views, gathering(event, dimsOf(event.data)));

export const sessionFacts: FactMapping = {
  SessionPlanned: (event: RecordedEvent<string, SessionPlannedData>) => planned(event),
  SessionRescheduled: (event: RecordedEvent<string, SessionRescheduledData>) => [
    { close: ['session-planned'], occurrenceKey: event.streamId },
    ...planned(event),
  ],
  SessionCancelled: (event: RecordedEvent<string, SessionCancelledData>) => [
    { close: ['session-planned'], occurrenceKey: event.streamId },
    ...eachDate(event.data.plannedFor).map((occurred) =>
      one('session-cancelled', 'session', {
        occurrenceKey: event.streamId,
        dims: { ...dimsOf(event.data), reason: event.data.reason },
        occurred,
      }),
    ),
  ],
  SessionHeld: (event: RecordedEvent<string, SessionHeldData>) => {
    const { data, occurred, streamId } = event;
    const place = gathering(event, dimsOf(data));
    return [
      { close: ['session-planned'], occurrenceKey: streamId },
      ...eachDate(occurred).map((date) =>
        one('session-held', 'session', { ...place, occurred: date, ...(data.cycle ? { groupKey: data.cycle } : {}) }),
      ),
      ...(data.speakers ? [many('session-speakers', 'attendance', exactly(data.speakers), { ...place, subjectKind: 'professional' })] : []),
      ...(data.organisations
        ? [many('session-organisations', 'structure', data.organisations, { ...place, subjectKind: 'structure' })]
        : []),
      ...(data.registrations ? counted(event, data.registrations, data.roll) : []),
      ...heads(event),
      ...(data.views ? [viewed(event, data.views)] : []),
    ];
  },
  ParticipantRegistered: (event: RecordedEvent<string, ParticipantRegisteredData>) => {
    const { data, occurred } = event;
    if (data.roll) return restated(event, data.roll);
    const dims = { ...dimsOf(data), ...(data.profession ? { profession: data.profession } : {}) };
    return [registered({ ...gathering(event, dims), subjectKind: 'professional' }, data.participant, occurred)];
  },
  RegistrationCancelled: (event: RecordedEvent<string, RegistrationCancelledData>) => {
    const { roll, participant } = event.data;
    if (roll) return restated(event, roll);
    return [{ close: [REGISTRATIONS], ...(participant ? { subjectKey: participant } : {}), occurrenceKey: event.streamId }];
  },
  RegistrationsCounted: (event: RecordedEvent<string, RegistrationsCountedData>) =>
    counted(event, event.data.registrations, event.data.roll),
  AttendanceRecorded: (event: RecordedEvent<string, AttendanceRecordedData>) => heads(event),
  ViewsRecorded: (event: RecordedEvent<string, ViewsRecordedData>) => [
    { close: ['session-views'], occurrenceKey: event.streamId },
    viewed(event, event.data.views),
  ],
};
