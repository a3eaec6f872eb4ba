import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsCount, IsDay, IsOrganisationRef, IsStreamOf } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing, type Target } from '../term';
import { awardTender, endTenderWithoutAward, publishTender, type TenderState } from './tender.decider';
import {
  NO_AWARD_REASONS,
  type NoAwardReason,
  TENDER_OBJECTS,
  tenderAwarded,
  tenderNotAwarded,
  type TenderObject,
  tenderPublished,
} from './tender.events';

class PublishTenderBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('tender') tender?: string;
  @IsIn(TENDER_OBJECTS) object: TenderObject;
}

class AwardTenderBody extends CommandBody {
  /** A published tender; without it the command records one that was never published. */
  @IsOptional() @IsStreamOf('tender') tender?: string;
  @IsOptional() @IsIn(TENDER_OBJECTS) object?: TenderObject;
  @IsOptional() @IsCount(1) bids?: number;
  @IsOptional() @IsOrganisationRef() supplier?: string;
  @IsOptional() @IsCount() amountCents?: number;
  @IsOptional() @IsDay() lastDay?: string;
}

class EndTenderWithoutAwardBody extends CommandBody {
  @IsStreamOf('tender') tender: string;
  @IsIn(NO_AWARD_REASONS) reason: NoAwardReason;
}

const command = defineCommand<TenderState>();
const ofRecordOrNew = ({ tender }: { readonly tender?: string }): Target => (tender === undefined ? created() : existing(tender));
const systems = ['SYS-55'];

export const tenderCommands: readonly CommandDefinition<any, TenderState>[] = [
  command({
    name: 'publish-tender',
    systems,
    body: PublishTenderBody,
    emits: [tenderPublished],
    target: ofRecordOrNew,
    decide: publishTender,
    refusals: ['tender.already-published', 'tender.ends-before-publication'],
  }),
  command({
    name: 'award-tender',
    systems,
    body: AwardTenderBody,
    emits: [tenderAwarded],
    target: ofRecordOrNew,
    decide: awardTender,
    refusals: [
      'tender.not-described',
      'tender.already-awarded',
      'tender.ended-without-award',
      'tender.ends-before-publication',
      'tender.lasts-no-day',
    ],
  }),
  command({
    name: 'end-tender-without-award',
    systems,
    body: EndTenderWithoutAwardBody,
    emits: [tenderNotAwarded],
    target: ({ tender }) => existing(tender),
    decide: endTenderWithoutAward,
    refusals: ['tender.not-published', 'tender.ended-without-award', 'tender.already-awarded', 'tender.ends-before-publication'],
  }),
];
