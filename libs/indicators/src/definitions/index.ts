import { loadDefinitions, type IndicatorDefinition } from '../definition';
import exchangeGroup from './exchange-group.json';
import session from './session.json';

// One import and one word in the list per file, in alphabetical order; the schema is `IndicatorDefinition`.
const files = [exchangeGroup, session];

/** Every indicator of the record, by code. */
export const definitions: ReadonlyMap<string, IndicatorDefinition> = loadDefinitions(files);
