import type { SealedText } from '@app/decider';
import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsOrganisationRef, IsProfessionalRef, IsStreamOf, IsText } from '../command-body';
import { created, defineCommand, existing } from '../term';
import { moderateNotice, type NoticeState, postNotice, withdrawNotice } from './notice.decider';
import {
  type Kind,
  KINDS,
  noticeModerated,
  noticePosted,
  noticeWithdrawn,
  type Verdict,
  VERDICTS,
  WITHDRAWAL_REASONS,
  type WithdrawalReason,
} from './notice.events';

export class PostNoticeBody extends CommandBody {
  /** The record that it corrects; left out for a new one. */
  @IsOptional() @IsStreamOf('notice') notice?: string;
  @IsIn(KINDS) kind: Kind;
  @IsOrganisationRef() partner: string;
  @IsOptional() @IsText() wording?: SealedText;
}

export class ModerateNoticeBody extends CommandBody {
  @IsStreamOf('notice') notice: string;
  @IsIn(VERDICTS) verdict: Verdict;
  @IsOptional() @IsProfessionalRef() moderator?: string;
}

export class WithdrawNoticeBody extends CommandBody {
  @IsStreamOf('notice') notice: string;
  @IsIn(WITHDRAWAL_REASONS) reason: WithdrawalReason;
}

const define = defineCommand<NoticeState>();
const systems = ['SYS-64'];
const named = ({ notice }: { readonly notice: string }) => existing(notice);
const onBoard = ['notice.not-posted', 'notice.before-posting', 'notice.withdrawn'];

export const noticeCommands = [
  define({
    name: 'post-notice',
    systems,
    body: PostNoticeBody,
    emits: [noticePosted],
    target: ({ notice }) => (notice === undefined ? created() : existing(notice)),
    decide: postNotice,
    refusals: ['notice.already-posted', 'notice.before-posting'],
  }),
  define({
    name: 'moderate-notice',
    systems,
    body: ModerateNoticeBody,
    emits: [noticeModerated],
    target: named,
    decide: moderateNotice,
    refusals: [...onBoard, 'notice.already-moderated'],
  }),
  define({
    name: 'withdraw-notice',
    systems,
    body: WithdrawNoticeBody,
    emits: [noticeWithdrawn],
    target: named,
    decide: withdrawNotice,
    refusals: onBoard,
  }),
];
