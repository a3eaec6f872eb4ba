import type { RecordedEvent } from '@app/decider';
import { type FunctionAppointedData, functionAppointed, type FunctionEndedData, functionEnded } from '../appointment/appointment.events';
import { following, type Reaction, type Standing } from '../reaction';
import { type MandateGivenData, mandateGiven } from './body.events';

type Ended = RecordedEvent<string, FunctionEndedData>;

const appointedIn = (streamId: string, standing: Standing): FunctionAppointedData | undefined =>
  standing(streamId).find(({ type }) => type === functionAppointed.type)?.data as FunctionAppointedData | undefined;

/** Who sits there on that day by the latest mandate. */
function holderOf(seat: string, day: string, events: readonly RecordedEvent<string, any>[]): string | undefined {
  const given = events.filter(
    (event): event is RecordedEvent<string, MandateGivenData> => event.type === mandateGiven.type && event.data.seat === seat,
  );
  return given
    .map(({ data, occurred }) => ({ holder: data.holder, from: data.from ?? occurred.from }))
    .filter(({ from }) => from <= day)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
    .at(-1)?.holder;
}

/** When a function ends, the seat that goes with it is free again, unless another person sits there by then. */
export const freeMandate: Reaction = {
  name: 'free-mandate',
  on: [functionEnded],
  looksAt: (ended: Ended, standing) => {
    const mandate = appointedIn(ended.streamId, standing)?.mandate;
    return mandate ? [`body-${mandate.body}`] : [];
  },
  react: (ended: Ended, standing) => {
    const { holder, mandate } = appointedIn(ended.streamId, standing) ?? {};
    if (!mandate || holderOf(mandate.seat, ended.data.endedOn, standing(`body-${mandate.body}`)) !== holder) return [];
    return [
      {
        key: `${mandate.body}.${mandate.seat}`,
        command: 'end-mandate',
        body: { ...mandate, leftOn: ended.data.endedOn, reason: 'function-ended', ...following(ended) },
      },
    ];
  },
};
