import { TERRITORY_LEVELS, type TerritoryLevel } from '@app/decider';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { all, AreTerritoryCodes, CommandBody, IsCode, IsTerritoryCode, Nested, NestedList } from '../command-body';
import { type CommandDefinition, defineCommand, natural } from '../term';
import { changeTerritoryBoundaries, defineTerritories, endTerritories, renameTerritory, type TerritoryState } from './territory.decider';
import { territoryBoundaryChanged, territoryDefined, territoryEnded, territoryRenamed } from './territory.events';

const AreCodes = (max: number): PropertyDecorator => all(IsArray(), ArrayMinSize(1), ArrayMaxSize(max), ArrayUnique(), AreTerritoryCodes());

/** A name as published, in the languages that a source gives. */
export class TerritoryNameBody {
  @IsOptional() @IsString() @Length(1, 120) nl?: string;
  @IsOptional() @IsString() @Length(1, 120) fr?: string;
  @IsOptional() @IsString() @Length(1, 120) en?: string;
}

export class TerritoryUnitBody {
  @IsTerritoryCode() code: string;
  @Nested(() => TerritoryNameBody) name: TerritoryNameBody;
  @IsOptional() @AreCodes(5) parents?: string[];
  @IsOptional() @IsArray() @ArrayMaxSize(10) @ArrayUnique() @Matches(/^\d{4}$/, { each: true }) postalCodes?: string[];
}

/** `occurred` is the day from which the units exist. */
export class DefineTerritoriesBody extends CommandBody {
  @IsCode() hierarchy: string;
  @IsIn(TERRITORY_LEVELS) level: TerritoryLevel;
  @ArrayMinSize(1) @NestedList(() => TerritoryUnitBody) units: TerritoryUnitBody[];
}

export class BoundaryChangeBody {
  @IsTerritoryCode() code: string;
  @IsOptional() @AreCodes(5) parents?: string[];
  @IsOptional() @AreCodes(20) into?: string[];
}

/** `occurred` is the day from which the new boundaries hold. */
export class ChangeTerritoryBoundariesBody extends CommandBody {
  @IsCode() hierarchy: string;
  @ArrayMinSize(1) @NestedList(() => BoundaryChangeBody) changes: BoundaryChangeBody[];
}

/** `occurred` is the first day on which they are no more. */
export class EndTerritoriesBody extends CommandBody {
  @IsCode() hierarchy: string;
  @AreCodes(200) codes: string[];
}

/** `occurred` is the day from which the new name is used. */
export class RenameTerritoryBody extends CommandBody {
  @IsTerritoryCode() code: string;
  @Nested(() => TerritoryNameBody) name: TerritoryNameBody;
}

const command = defineCommand<TerritoryState>();
const systems = ['SYS-68'];
const NOT_THERE = ['territory.unknown', 'territory.not-begun', 'territory.no-more'];
const PARENTS = ['territory.unknown-parent', 'territory.parent-not-above'];

/** The stream of the one tree: a decision about it sees all of it. */
export const TREE = 'brussels';

export const territoryCommands: readonly CommandDefinition<any, TerritoryState>[] = [
  command({
    name: 'define-territories',
    systems,
    body: DefineTerritoriesBody,
    emits: [territoryDefined],
    target: () => natural(TREE),
    decide: defineTerritories,
    refusals: [
      'territory.twice-in-list',
      'territory.already-defined',
      'territory.edition-begins-otherwise',
      'territory.parent-needed',
      ...PARENTS,
    ],
  }),
  command({
    name: 'change-territory-boundaries',
    systems,
    body: ChangeTerritoryBoundariesBody,
    emits: [territoryBoundaryChanged],
    target: () => natural(TREE),
    decide: changeTerritoryBoundaries,
    refusals: [
      'territory.twice-in-list',
      'territory.edition-begins-otherwise',
      'territory.parents-or-successors',
      ...NOT_THERE,
      'territory.boundary-already-changed',
      ...PARENTS,
      'territory.goes-into-itself',
    ],
  }),
  command({
    name: 'end-territories',
    systems,
    body: EndTerritoriesBody,
    emits: [territoryEnded],
    target: () => natural(TREE),
    decide: endTerritories,
    refusals: ['territory.edition-begins-otherwise', ...NOT_THERE],
  }),
  command({
    name: 'rename-territory',
    systems,
    body: RenameTerritoryBody,
    emits: [territoryRenamed],
    target: () => natural(TREE),
    decide: renameTerritory,
    refusals: [...NOT_THERE, 'territory.already-renamed'],
  }),
];
