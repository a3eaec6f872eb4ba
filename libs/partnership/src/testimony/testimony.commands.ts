import type { SealedText } from '@app/decider';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsOrganisationRef, IsStreamOf, IsText } from '../command-body';
import { type CommandDefinition, created, defineCommand, existing } from '../term';
import { quoteTestimony, receiveTestimony, type TestimonyState, withdrawConsentToQuote } from './testimony.decider';
import {
  consentToQuoteWithdrawn,
  QUOTED_IN,
  type QuotedIn,
  type Speaker,
  SPEAKERS,
  TESTIMONY_LANGUAGES,
  TESTIMONY_TOPICS,
  type TestimonyLanguage,
  testimonyQuoted,
  testimonyReceived,
  type TestimonyTopic,
} from './testimony.events';

const IsTestimony = (): PropertyDecorator => IsStreamOf('testimony');

class ReceiveTestimonyBody extends CommandBody {
  /** Only to correct what was received: the stream that it stands in. */
  @IsOptional() @IsTestimony() received?: string;
  @IsIn(SPEAKERS) speaker: Speaker;
  @IsIn(TESTIMONY_LANGUAGES) testimonyLanguage: TestimonyLanguage;
  @IsBoolean() consentToQuote: boolean;
  @IsOptional() @IsIn(TESTIMONY_TOPICS) topic?: TestimonyTopic;
  @IsOptional() @IsOrganisationRef() organisation?: string;
  @IsOptional() @IsText() testimony?: SealedText;
}

class OfTestimonyBody extends CommandBody {
  @IsTestimony() received: string;
}

class QuoteTestimonyBody extends OfTestimonyBody {
  @IsIn(QUOTED_IN) quotedIn: QuotedIn;
  @IsOptional() @IsStreamOf('output') output?: string;
}

const command = defineCommand<TestimonyState>();
const systems = ['SYS-56'];
const ofTestimony = ({ received }: { readonly received: string }) => existing(received);

export const testimonyCommands: readonly CommandDefinition<any, TestimonyState>[] = [
  command({
    name: 'receive-testimony',
    systems,
    body: ReceiveTestimonyBody,
    emits: [testimonyReceived],
    target: ({ received }) => (received === undefined ? created() : existing(received)),
    decide: receiveTestimony,
    refusals: ['testimony.already-received', 'testimony.organisation-of-a-person'],
  }),
  command({
    name: 'withdraw-consent-to-quote',
    systems,
    body: OfTestimonyBody,
    emits: [consentToQuoteWithdrawn],
    target: ofTestimony,
    decide: withdrawConsentToQuote,
    refusals: [],
  }),
  command({
    name: 'quote-testimony',
    systems,
    body: QuoteTestimonyBody,
    emits: [testimonyQuoted],
    target: ofTestimony,
    decide: quoteTestimony,
    refusals: ['testimony.not-received', 'testimony.no-consent', 'testimony.consent-withdrawn'],
  }),
];
