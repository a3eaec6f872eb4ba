import type { SealedText } from '@app/decider';
import { IsIn, IsOptional } from 'class-validator';
import { CommandBody, IsPersonRef, IsText } from '../command-body';
import { defineCommand, perPerson, type Target } from '../term';
import { linkPersons, type PersonLinkState, unlinkPersons } from './person-link.decider';
import { identitiesLinked, identitiesUnlinked, LINK_BASES, type LinkBasis, UNLINK_REASONS, type UnlinkReason } from './person-link.events';

export class LinkPersonsBody extends CommandBody {
  @IsPersonRef() person: string;
  @IsPersonRef() samePerson: string;
  @IsIn(LINK_BASES) basis: LinkBasis;
  @IsOptional() @IsText() evidence?: SealedText;
}

export class UnlinkPersonsBody extends CommandBody {
  @IsPersonRef() person: string;
  @IsPersonRef() samePerson: string;
  @IsIn(UNLINK_REASONS) reason: UnlinkReason;
}

interface Pair {
  readonly person: string;
  readonly samePerson: string;
}

const define = defineCommand<PersonLinkState>();
const systems = ['SYS-05', 'SYS-11', 'SYS-15'];
const persons = ['person', 'samePerson'] as const;

/** One stream per pair, whichever is named first; nobody can work out its id without the vault. */
const ofPair = ({ person, samePerson }: Pair): Target =>
  person < samePerson ? perPerson(person, `same-as|${samePerson}`) : perPerson(samePerson, `same-as|${person}`);

export const personLinkCommands = [
  define({
    name: 'link-persons',
    systems,
    body: LinkPersonsBody,
    emits: [identitiesLinked],
    target: ofPair,
    persons,
    decide: linkPersons,
    refusals: ['person-link.one-reference', 'person-link.already-linked'],
  }),
  define({
    name: 'unlink-persons',
    systems,
    body: UnlinkPersonsBody,
    emits: [identitiesUnlinked],
    target: ofPair,
    persons,
    decide: unlinkPersons,
    refusals: ['person-link.one-reference', 'person-link.not-linked', 'person-link.before-link'],
  }),
];
