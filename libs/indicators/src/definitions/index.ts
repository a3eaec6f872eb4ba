import { loadDefinitions, type IndicatorDefinition } from '../definition';
import exchangeGroup from './exchange-group.json';
import plan from './plan.json';
import reported from './reported.json';
import session from './session.json';

// One import and one word in the list per file, in alphabetical order; the schema is `IndicatorDefinition`.
const files = [exchangeGroup, plan, reported, session];

/** Every indicator of the record, by code. */
export const definitions: ReadonlyMap<string, IndicatorDefinition> = loadDefinitions(files);
