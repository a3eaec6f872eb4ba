import type { SealedText } from '@app/decider';
import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsOrganisationRef, IsStreamOf, IsText, IsWebAddress } from '../command-body';
import { created, defineCommand, existing, type Target } from '../term';
import { AUTHORITIES, type Authority } from '../vocabulary';
import {
  acknowledgeSignal,
  closeSignal,
  passOnSignal,
  pickUpSignal,
  qualifySignal,
  receiveSignal,
  recordSignalAction,
  type SignalState,
} from './signal.decider';
import {
  type Channel,
  CHANNELS,
  CLOSING_REASONS,
  type ClosingReason,
  EVIDENCE,
  type Evidence,
  type Occasion,
  OCCASIONS,
  type Sender,
  SENDERS,
  SEVERITIES,
  type Severity,
  signalAcknowledged,
  signalActedUpon,
  signalClosedWithoutAction,
  signalPassedOn,
  signalPickedUp,
  signalQualified,
  signalReceived,
  type Theme,
  THEMES,
} from './signal.events';

class RaiseSignalBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('signal') signal?: string;
  @IsIn(THEMES) theme: Theme;
  @IsOptional() @IsText() account?: SealedText;
}

export class PickUpSignalBody extends RaiseSignalBody {
  @IsIn(OCCASIONS) occasion: Occasion;
  @IsOptional() @IsStreamOf('meeting') meeting?: string;
}

export class ReceiveSignalBody extends RaiseSignalBody {
  @IsIn(SENDERS) sender: Sender;
  @IsOptional() @IsOrganisationRef() organisation?: string;
  @IsOptional() @IsStreamOf('helpdesk-contact') contact?: string;
}

export class QualifySignalBody extends CommandBody {
  @IsStreamOf('signal') signal: string;
  @IsIn(THEMES) theme: Theme;
  @IsIn(SEVERITIES) severity: Severity;
}

export class AcknowledgeSignalBody extends CommandBody {
  @IsStreamOf('signal') signal: string;
  @IsIn(AUTHORITIES) authority: Authority;
  @IsOptional() @IsOrganisationRef() organisation?: string;
}

export class PassOnSignalBody extends AcknowledgeSignalBody {
  @IsIn(CHANNELS) channel: Channel;
}

export class RecordSignalActionBody extends AcknowledgeSignalBody {
  @IsIn(EVIDENCE) evidence: Evidence;
  @IsOptional() @IsWebAddress() url?: string;
  @IsOptional() @IsText() account?: SealedText;
}

export class CloseSignalBody extends CommandBody {
  @IsStreamOf('signal') signal: string;
  @IsIn(CLOSING_REASONS) reason: ClosingReason;
  @IsOptional() @IsText() account?: SealedText;
}

const define = defineCommand<SignalState>();
const ofRecordOrNew = ({ signal }: { readonly signal?: string }): Target => (signal === undefined ? created() : existing(signal));
const named = ({ signal }: { readonly signal: string }): Target => existing(signal);
const systems = ['SYS-53', 'SYS-61', 'SYS-71'];
const onOpen = ['signal.not-raised', 'signal.before-raising', 'signal.closed'];

export const signalCommands = [
  define({
    name: 'pick-up-signal',
    systems,
    body: PickUpSignalBody,
    emits: [signalPickedUp],
    target: ofRecordOrNew,
    decide: pickUpSignal,
    refusals: ['signal.already-raised', 'signal.before-raising'],
  }),
  define({
    name: 'receive-signal',
    systems,
    body: ReceiveSignalBody,
    emits: [signalReceived],
    target: ofRecordOrNew,
    decide: receiveSignal,
    refusals: ['signal.already-raised', 'signal.before-raising'],
  }),
  define({
    name: 'qualify-signal',
    systems,
    body: QualifySignalBody,
    emits: [signalQualified],
    target: named,
    decide: qualifySignal,
    refusals: onOpen,
  }),
  define({
    name: 'pass-on-signal',
    systems,
    body: PassOnSignalBody,
    emits: [signalPassedOn],
    target: named,
    decide: passOnSignal,
    refusals: [...onOpen, 'signal.already-passed-on', 'signal.before-passing'],
  }),
  define({
    name: 'acknowledge-signal',
    systems,
    body: AcknowledgeSignalBody,
    emits: [signalAcknowledged],
    target: named,
    decide: acknowledgeSignal,
    refusals: ['signal.not-passed-on', 'signal.before-passing', 'signal.already-acknowledged'],
  }),
  define({
    name: 'record-signal-action',
    systems,
    body: RecordSignalActionBody,
    emits: [signalActedUpon],
    target: named,
    decide: recordSignalAction,
    refusals: ['signal.not-passed-on', 'signal.before-passing', 'signal.closed'],
  }),
  define({
    name: 'close-signal-without-action',
    systems,
    body: CloseSignalBody,
    emits: [signalClosedWithoutAction],
    target: named,
    decide: closeSignal,
    refusals: [...onOpen, 'signal.acted-upon', 'signal.before-passing'],
  }),
];
