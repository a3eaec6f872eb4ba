import type { Term } from '../term';
import { communityCommands } from './community.commands';
import { communityEvolution, type CommunityState } from './community.decider';
import { communityEnded, communityMeetingHeld, communityStarted, memberJoined, memberLeft } from './community.events';
import { communityFacts } from './community.facts';
import { communityUpcasters } from './community.upcast';

export const communityTerm: Term<CommunityState> = {
  name: 'community',
  events: [communityStarted, memberJoined, memberLeft, communityMeetingHeld, communityEnded],
  evolution: communityEvolution,
  commands: communityCommands,
  facts: communityFacts,
  upcasters: communityUpcasters,
};
