import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, Matches } from 'class-validator';
import { CommandBody, IsDay, IsOrganisationRef, IsStreamOf, Nested, QuantityBody, TitleBody } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import {
  absorbOrganisation,
  agreeTransfer,
  proposeTransfer,
  refuseTransfer,
  transferActivity,
  type TransferState,
} from './transfer.decider';
import {
  activityTransferred,
  organisationAbsorbed,
  TRANSFER_REFUSAL_REASONS,
  transferAgreed,
  transferProposed,
  type TransferRefusalReason,
  transferRefused,
} from './transfer.events';

const IsTransfer = (): PropertyDecorator => IsStreamOf('transfer');

class FromAndToBody extends CommandBody {
  @Nested(() => TitleBody) from: TitleBody;
  @Nested(() => TitleBody) to: TitleBody;
  @IsOptional() @IsOrganisationRef() fromOrganisation?: string;
  @IsOptional() @IsOrganisationRef() toOrganisation?: string;
}

class ProposeTransferBody extends FromAndToBody {
  /** Only to correct a proposal; without it a new one. */
  @IsOptional() @IsTransfer() transfer?: string;
  @Nested(() => TitleBody) activity: TitleBody;
}

class AgreeTransferBody extends CommandBody {
  @IsTransfer() transfer: string;
  @IsOptional() @IsDay() passesOn?: string;
}

class RefuseTransferBody extends CommandBody {
  @IsTransfer() transfer: string;
  @IsIn(TRANSFER_REFUSAL_REASONS) reason: TransferRefusalReason;
}

class PassingOnBody extends FromAndToBody {
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ArrayUnique()
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/, { each: true })
  tasks?: string[];
  @IsOptional() @Nested(() => QuantityBody) staff?: QuantityBody;
}

class TransferActivityBody extends PassingOnBody {
  /** The proposal that it carries out, or the transfer that it corrects. */
  @IsOptional() @IsTransfer() transfer?: string;
  @Nested(() => TitleBody) activity: TitleBody;
}

class AbsorbOrganisationBody extends PassingOnBody {
  /** Only to correct an absorption; without it a new one. */
  @IsOptional() @IsTransfer() transfer?: string;
}

const command = defineCommand<TransferState>();
const ofTransfer = ({ transfer }: { readonly transfer: string }) => existing(transfer);
const namedOrNew = ({ transfer }: { readonly transfer?: string }) => (transfer === undefined ? created() : existing(transfer));

export const transferCommands: readonly CommandDefinition<any, TransferState>[] = [
  command({
    name: 'propose-transfer',
    systems: ['SYS-63', 'SYS-72'],
    body: ProposeTransferBody,
    emits: [transferProposed],
    target: namedOrNew,
    decide: proposeTransfer,
    refusals: ['transfer.already-proposed', 'transfer.to-itself'],
  }),
  command({
    name: 'agree-transfer',
    systems: ['SYS-63', 'SYS-72'],
    body: AgreeTransferBody,
    emits: [transferAgreed],
    target: ofTransfer,
    decide: agreeTransfer,
    refusals: ['transfer.not-proposed', 'transfer.already-agreed', 'transfer.already-refused', 'transfer.already-done'],
  }),
  command({
    name: 'refuse-transfer',
    systems: ['SYS-63', 'SYS-72'],
    body: RefuseTransferBody,
    emits: [transferRefused],
    target: ofTransfer,
    decide: refuseTransfer,
    refusals: ['transfer.not-proposed', 'transfer.already-refused', 'transfer.already-done'],
  }),
  command({
    name: 'transfer-activity',
    systems: ['SYS-63', 'SYS-72'],
    body: TransferActivityBody,
    emits: [activityTransferred],
    target: namedOrNew,
    decide: transferActivity,
    refusals: ['transfer.already-refused', 'transfer.already-done', 'transfer.to-itself', 'transfer.before-the-proposal'],
  }),
  command({
    name: 'absorb-organisation',
    systems: ['SYS-72'],
    body: AbsorbOrganisationBody,
    emits: [organisationAbsorbed],
    target: namedOrNew,
    decide: absorbOrganisation,
    refusals: ['transfer.already-absorbed', 'transfer.to-itself'],
  }),
];
