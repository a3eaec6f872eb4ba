import type { RecordedEvent } from '@app/decider';
import { progressReported } from './progress.events';

/** The first reports were text alone; they name no outputs and no figures. */
const asTextAlone = (event: RecordedEvent): RecordedEvent => ({ ...event, schemaVersion: 2 });

export const planUpcasters = [{ type: progressReported.type, from: 1, upcast: asTextAlone }];
