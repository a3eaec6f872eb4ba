import { IsIn } from 'class-validator';
import { IsCount } from './command-body';

/** Who works in the field, as far as figures tell professions apart. */
export const PROFESSIONS = [
  'gp',
  'specialist',
  'nurse',
  'pharmacist',
  'physiotherapist',
  'occupational-therapist',
  'psychologist',
  'social-worker',
  'care-assistant',
  'case-manager',
  'coordinator',
  'community-worker',
  'expert-by-experience',
  'other',
] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** Heads of one profession. */
export class ProfessionCountBody {
  @IsIn(PROFESSIONS) profession: Profession;
  @IsCount(1) count: number;
}
