import { IsIn } from 'class-validator';
import { IsCount } from './command-body';

/** Who works in the field, as far as figures tell professions apart. */
export const PROFESSIONS = [
  'general-practitioner',
  'physician-specialist',
  'nurse',
  'pharmacist',
  'physiotherapist',
  'occupational-therapist',
  'psychologist',
  'social-worker',
  'care-assistant',
  'family-assistant',
  'case-manager',
  'coordinator',
  'neighbourhood-worker',
  'moderator',
  'expert-by-experience',
  'other',
] as const;
export type Profession = (typeof PROFESSIONS)[number];

/** Heads of one profession at a gathering. */
export class HeadsOfProfessionBody {
  @IsIn(PROFESSIONS) profession: Profession;
  @IsCount(1) heads: number;
}
