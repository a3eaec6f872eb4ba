import type { RecordedEvent } from '@app/decider';
import { communityStarted } from './community.events';

/** The first communities did not say which professions they aim at. */
const withoutProfile = (event: RecordedEvent): RecordedEvent => ({ ...event, schemaVersion: 2 });

export const communityUpcasters = [{ type: communityStarted.type, from: 1, upcast: withoutProfile }];
