// Words that several terms share. Their events may import this file: it holds constants alone. Never remove or reuse a word: it stands in stored events.

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
  'manager',
  'volunteer',
  'student',
  'expert-by-experience',
  'other',
] as const;
export type Profession = (typeof PROFESSIONS)[number];
