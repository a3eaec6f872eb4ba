import { inUnits } from '@app/labels';
import type { Figure, Part } from '../figure';
import { unitOf } from '../units';
import { evidenceOf, type Finding, type Rule } from './contradiction';
import { isToldAsNotHeld } from './counted-though-not-held';
import { isNear, matterOf, periodOf, withPlan } from './matters';
import type { ClaimOnRecord } from './on-record';
import { contradictedBy, intervalText, type Recount, recountOf, sourceOf } from './recounted';
import { countedPlace, type Place, whatPlace } from './words';

const findingOf = (
  claim: ClaimOnRecord,
  figure: Figure,
  { places, values, ...rest }: Pick<Finding, 'values' | 'places'> & Partial<Finding>,
): Finding => ({
  about: matterOf(claim),
  apart: sourceOf(claim),
  period: periodOf(claim),
  ...withPlan(claim),
  values: { printed: claim.raw, ...values },
  places: { what: whatPlace(claim), ...places },
  evidence: [evidenceOf(claim)],
  figureIds: [figure.id],
  ...rest,
});

/** What was recounted, for machines and for readers. */
const countedOf = (figure: Recount) => ({
  values: { counted: intervalText(figure) },
  places: { counted: countedPlace(figure) },
});

const partsPlace =
  (parts: readonly Part[]): Place =>
  (words) =>
    parts.map(({ countKind, value }) => (value === null ? words.many(countKind) : words.counting(value, countKind))).join(' + ');

/** The record is complete and counts something else, for no reason that another rule tells. */
export const recountDisagrees: Rule = {
  code: 'recount-disagrees',
  labels: { nl: 'Gedrukt cijfer tegen hertelling', fr: 'Chiffre imprimé contre recomptage', en: 'Printed figure against recount' },
  says: {
    nl: '{what}: gedrukt staat “{printed}”, het volledige register telt {counted}.',
    fr: '{what} : on lit « {printed} », le registre complet compte {counted}.',
    en: '{what}: printed is “{printed}”, the complete register counts {counted}.',
  },
  find: (record) =>
    record.claims.flatMap((claim) => {
      const contradicted = contradictedBy(record, claim);
      if (!contradicted || isToldAsNotHeld(record, contradicted)) return [];
      const { figure, factor } = contradicted;
      return [findingOf(claim, figure, { ...countedOf(figure), factor })];
    }),
};

/** A printed total adds counts of several kinds, registrations to attendances for example. */
export const kindsAdded: Rule = {
  code: 'kinds-added',
  labels: { nl: 'Soorten tellingen opgeteld', fr: 'Types de comptage additionnés', en: 'Kinds of counts added up' },
  says: {
    nl: '{what}: “{printed}” telt samen wat niet hetzelfde is: {parts}.',
    fr: '{what} : « {printed} » additionne des choses différentes : {parts}.',
    en: '{what}: “{printed}” adds up what is not the same: {parts}.',
  },
  find: ({ claims, figureOf }) =>
    claims.flatMap((claim) => {
      const figure = figureOf(claim);
      if (figure?.refusal?.code !== 'figure.mixed-count-kinds' || !figure.parts) return [];
      const parts = figure.parts.map(({ countKind, value }) => `${value ?? '?'} (${countKind})`).join(' + ');
      const figureIds = [figure.id, ...figure.parts.map(({ figureId }) => figureId)];
      return [findingOf(claim, figure, { values: { parts }, places: { parts: partsPlace(figure.parts) }, figureIds })];
    }),
};

/** As many different persons are printed as there were attendances, though nobody knows who came twice. */
export const attendancesAsPersons: Rule = {
  code: 'attendances-as-persons',
  labels: { nl: 'Aanwezigheden als personen', fr: 'Présences comptées comme personnes', en: 'Attendances as persons' },
  says: {
    nl: '{what}: “{printed}” is het aantal aanwezigheden; verschillende personen: {counted}.',
    fr: '{what} : « {printed} » est le nombre de présences ; personnes différentes : {counted}.',
    en: '{what}: “{printed}” is the number of attendances; different persons: {counted}.',
  },
  find: (record) =>
    record.claims.flatMap((claim) => {
      if (claim.kind !== 'unique-person' || record.definitions.get(claim.indicator)?.measure.op !== 'distinct') return [];
      const { figure } = recountOf(record, claim) ?? {};
      const { lo = null, hi = null } = figure?.computed ?? {};
      if (!figure || lo === null || lo >= (claim.value ?? 0) || hi !== claim.value) return [];
      return [findingOf(claim, figure, countedOf(figure))];
    }),
};

/** "Several" names no number that could be vague. */
const namesNumber = (raw: string): boolean => /\d/.test(raw);

/** "About" or "more than", where the record knows the exact number. */
export const vagueThoughExact: Rule = {
  code: 'vague-though-exact',
  labels: { nl: 'Vaag gedrukt, exact gekend', fr: 'Imprimé vaguement, connu exactement', en: 'Printed vaguely, known exactly' },
  says: {
    nl: '{what}: “{printed}”, terwijl het exacte getal {counted} is.',
    fr: '{what} : « {printed} », alors que le nombre exact est {counted}.',
    en: '{what}: “{printed}”, while the exact number is {counted}.',
  },
  find: (record) =>
    record.claims.flatMap((claim) => {
      if ((claim.exactness !== 'approximate' && claim.exactness !== 'lower-bound') || !namesNumber(claim.raw)) return [];
      const { figure, beside } = recountOf(record, claim) ?? {};
      const printed = beside?.value ?? beside?.lo ?? null;
      const counted = figure?.computed.exactness === 'exact' ? figure.computed.value : null;
      if (!figure || printed === null || counted === null || !isNear(printed, counted)) return [];
      const values = { counted: inUnits(counted, unitOf(figure)) };
      return [findingOf(claim, figure, { values, places: countedOf(figure).places })];
    }),
};
