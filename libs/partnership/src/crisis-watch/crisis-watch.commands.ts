import type { SealedText } from '@app/decider';
import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsStreamOf, IsText } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { type CrisisWatchState, endCrisisAlert, raiseCrisisAlert, recordCrisisObservation } from './crisis-watch.decider';
import {
  type Channel,
  CHANNELS,
  crisisAlertEnded,
  crisisAlertRaised,
  crisisObservationRecorded,
  END_REASONS,
  type EndReason,
  type Level,
  LEVELS,
  type Theme,
  THEMES,
} from './crisis-watch.events';

export class RecordCrisisObservationBody extends CommandBody {
  /** The matter that it is one more sign of, or whose record it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('crisis-watch') watch?: string;
  @IsIn(CHANNELS) channel: Channel;
  @IsIn(THEMES) theme: Theme;
  @IsOptional() @IsText() account?: SealedText;
}

export class RaiseCrisisAlertBody extends CommandBody {
  @IsStreamOf('crisis-watch') watch: string;
  @IsIn(LEVELS) level: Level;
}

export class EndCrisisAlertBody extends CommandBody {
  @IsStreamOf('crisis-watch') watch: string;
  @IsIn(END_REASONS) reason: EndReason;
}

const define = defineCommand<CrisisWatchState>();
const systems = ['SYS-65'];
const named = ({ watch }: { readonly watch: string }) => existing(watch);

export const crisisWatchCommands = [
  define({
    name: 'record-crisis-observation',
    systems,
    body: RecordCrisisObservationBody,
    emits: [crisisObservationRecorded],
    target: ({ watch }) => (watch === undefined ? created() : existing(watch)),
    decide: recordCrisisObservation,
    refusals: ['crisis-watch.ended'],
  }),
  define({
    name: 'raise-crisis-alert',
    systems,
    body: RaiseCrisisAlertBody,
    emits: [crisisAlertRaised],
    target: named,
    decide: raiseCrisisAlert,
    refusals: ['crisis-watch.nothing-observed', 'crisis-watch.already-raised', 'crisis-watch.ended'],
  }),
  define({
    name: 'end-crisis-alert',
    systems,
    body: EndCrisisAlertBody,
    emits: [crisisAlertEnded],
    target: named,
    decide: endCrisisAlert,
    refusals: ['crisis-watch.no-alert', 'crisis-watch.ends-before-it-begins', 'crisis-watch.ended'],
  }),
];
