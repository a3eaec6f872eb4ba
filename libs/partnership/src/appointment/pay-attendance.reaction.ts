import type { RecordedEvent } from '@app/decider';
import { type CommunityMeetingHeldData, communityMeetingHeld } from '../community/community.events';
import { type DiapasonMeetingHeldData, diapasonMeetingHeld } from '../diapason-cycle/diapason-cycle.events';
import { following, type Reaction } from '../reaction';
import { appointmentEvolution, type AppointmentState, feeOn } from './appointment.decider';

type Meeting = RecordedEvent<string, CommunityMeetingHeldData | DiapasonMeetingHeldData>;

const agreementsFor = ({ streamId }: Meeting): string => `appointment-fee.${streamId}`;

/** Whoever was named as present at a meeting is paid what is agreed for that community or cycle on its last day. */
export const payAttendance: Reaction = {
  name: 'pay-attendance',
  on: [communityMeetingHeld, diapasonMeetingHeld],
  looksAt: (meeting: Meeting) => [agreementsFor(meeting)],
  react: (meeting: Meeting, standing) => {
    const { fees } = standing(agreementsFor(meeting)).reduce<AppointmentState>(
      appointmentEvolution.evolve,
      appointmentEvolution.initialState,
    );
    const fee = feeOn(fees, meeting.occurred.to);
    if (!fee || fee.amountCents === 0) return [];
    const { model, amountCents } = fee;
    return (meeting.data.present ?? []).map((payee) => ({
      key: payee,
      command: 'pay-participation',
      body: { model, amountCents, payee, paidFor: meeting.streamId, ...following(meeting) },
      record: 'appointment',
    }));
  },
};
