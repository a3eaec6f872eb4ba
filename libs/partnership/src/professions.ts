import { IsIn } from 'class-validator';
import { IsCount } from './command-body';
import { type Profession, PROFESSIONS } from './vocabulary';

/** Heads of one profession at a gathering. */
export class HeadsOfProfessionBody {
  @IsIn(PROFESSIONS) profession: Profession;
  @IsCount(1) heads: number;
}
