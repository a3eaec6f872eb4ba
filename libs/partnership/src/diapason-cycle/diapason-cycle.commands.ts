import type { SealedText } from '@app/decider';
import { ArrayMaxSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsCount, IsStreamOf, IsText, Nested, NestedList, QuantityBody, TitleBody } from '../command-body';
import { HeadsOfProfessionBody } from '../professions';
import { created, defineCommand, existing, type Target } from '../term';
import {
  closeDiapasonCycle,
  deliverDiapasonGuide,
  type DiapasonCycleState,
  evaluateDiapasonCycle,
  holdDiapasonMeeting,
  openDiapasonCycle,
  testDiapasonAgreement,
} from './diapason-cycle.decider';
import {
  CLOSING_REASONS,
  type ClosingReason,
  diapasonAgreementTested,
  diapasonCycleClosed,
  diapasonCycleEvaluated,
  diapasonCycleOpened,
  diapasonGuideDelivered,
  diapasonMeetingHeld,
  GUIDE_LANGUAGES,
  type GuideLanguage,
  MEETING_MODES,
  type MeetingMode,
} from './diapason-cycle.events';

export class OpenDiapasonCycleBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('diapason-cycle') cycle?: string;
  @Nested(() => TitleBody) theme: TitleBody;
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true }) structures?: string[];
}

class DiapasonGatheringBody extends CommandBody {
  @IsStreamOf('diapason-cycle') cycle: string;
  @IsOptional() @IsIn(MEETING_MODES) mode?: MeetingMode;
  @IsOptional() @IsArray() @ArrayMaxSize(200) @ArrayUnique() @Matches(/^pro-[A-Za-z0-9_-]{2,64}$/, { each: true }) present?: string[];
  @IsOptional() @Nested(() => QuantityBody) heads?: QuantityBody;
  @IsOptional() @NestedList(() => HeadsOfProfessionBody, 20) byProfession?: HeadsOfProfessionBody[];
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true }) structures?: string[];
}

export class HoldDiapasonMeetingBody extends DiapasonGatheringBody {
  @IsOptional() @IsCount(1) number?: number;
  @IsOptional() @IsBoolean() patientTrainer?: boolean;
}

export class TestDiapasonAgreementBody extends CommandBody {
  @IsStreamOf('diapason-cycle') cycle: string;
  @IsOptional() @IsArray() @ArrayMaxSize(100) @ArrayUnique() @Matches(/^org-[A-Za-z0-9_-]{2,64}$/, { each: true }) structures?: string[];
  @IsOptional() @Nested(() => QuantityBody) answers?: QuantityBody;
}

export class EvaluateDiapasonCycleBody extends DiapasonGatheringBody {
  @IsOptional() @IsText() finding?: SealedText;
}

export class DeliverDiapasonGuideBody extends CommandBody {
  @IsStreamOf('diapason-cycle') cycle: string;
  @Nested(() => TitleBody) title: TitleBody;
  @IsOptional() @IsIn(GUIDE_LANGUAGES) guideLanguage?: GuideLanguage;
}

export class CloseDiapasonCycleBody extends CommandBody {
  @IsStreamOf('diapason-cycle') cycle: string;
  @IsIn(CLOSING_REASONS) reason: ClosingReason;
}

const define = defineCommand<DiapasonCycleState>();
const ofRecordOrNew = ({ cycle }: { readonly cycle?: string }): Target => (cycle === undefined ? created() : existing(cycle));
const systems = ['SYS-08'];
const named = ({ cycle }: { readonly cycle: string }): Target => existing(cycle);
const whileRunning = ['diapason-cycle.not-opened', 'diapason-cycle.before-opening', 'diapason-cycle.closed'];

export const diapasonCycleCommands = [
  define({
    name: 'open-diapason-cycle',
    systems,
    body: OpenDiapasonCycleBody,
    emits: [diapasonCycleOpened],
    target: ofRecordOrNew,
    decide: openDiapasonCycle,
    refusals: ['diapason-cycle.already-opened', 'diapason-cycle.before-opening'],
  }),
  define({
    name: 'hold-diapason-meeting',
    systems,
    body: HoldDiapasonMeetingBody,
    emits: [diapasonMeetingHeld],
    target: named,
    decide: holdDiapasonMeeting,
    refusals: [...whileRunning, 'diapason-cycle.meeting-already-held'],
  }),
  define({
    name: 'test-diapason-agreement',
    systems,
    body: TestDiapasonAgreementBody,
    emits: [diapasonAgreementTested],
    target: named,
    decide: testDiapasonAgreement,
    refusals: [...whileRunning, 'diapason-cycle.already-tested'],
  }),
  define({
    name: 'evaluate-diapason-cycle',
    systems,
    body: EvaluateDiapasonCycleBody,
    emits: [diapasonCycleEvaluated],
    target: named,
    decide: evaluateDiapasonCycle,
    refusals: [...whileRunning, 'diapason-cycle.already-evaluated', 'diapason-cycle.not-tested', 'diapason-cycle.before-test'],
  }),
  define({
    name: 'deliver-diapason-guide',
    systems,
    body: DeliverDiapasonGuideBody,
    emits: [diapasonGuideDelivered],
    target: named,
    decide: deliverDiapasonGuide,
    refusals: ['diapason-cycle.not-opened', 'diapason-cycle.before-opening', 'diapason-cycle.already-delivered'],
  }),
  define({
    name: 'close-diapason-cycle',
    systems,
    body: CloseDiapasonCycleBody,
    emits: [diapasonCycleClosed],
    target: named,
    decide: closeDiapasonCycle,
    refusals: [
      'diapason-cycle.already-closed',
      'diapason-cycle.not-opened',
      'diapason-cycle.before-opening',
      'diapason-cycle.goes-on-after-closing',
    ],
  }),
];
