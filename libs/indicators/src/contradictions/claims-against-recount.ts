import { inUnits } from '@app/labels';
import type { Figure } from '../figure';
import { unitOf } from '../units';
import { evidenceOf, type Finding, type Rule } from './contradiction';
import { isToldAsNotHeld } from './counted-though-not-held';
import { isNear, matterOf, periodOf, withPlan } from './matters';
import type { ClaimOnRecord } from './on-record';
import { contradictedBy, intervalText, recountOf, sourceOf } from './recounted';

const findingOf = (claim: ClaimOnRecord, figure: Figure, values: Finding['values'], rest: Partial<Finding> = {}): Finding => ({
  about: matterOf(claim),
  apart: sourceOf(claim),
  period: periodOf(claim),
  ...withPlan(claim),
  values: { printed: claim.raw, ...values },
  evidence: [evidenceOf(claim)],
  figureIds: [figure.id],
  ...rest,
});

/** The record is complete and counts something else, for no reason that another rule tells. */
export const recountDisagrees: Rule = {
  code: 'recount-disagrees',
  labels: { nl: 'Gedrukt cijfer tegen hertelling', fr: 'Chiffre imprimé contre recomptage', en: 'Printed figure against recount' },
  says: {
    nl: 'Gedrukt staat {printed}; het volledige register telt {counted}.',
    fr: 'On lit {printed} ; le registre complet compte {counted}.',
    en: 'Printed is {printed}; the complete register counts {counted}.',
  },
  find: (record) =>
    record.claims.flatMap((claim) => {
      const contradicted = contradictedBy(record, claim);
      if (!contradicted || isToldAsNotHeld(record, contradicted)) return [];
      const { figure, factor } = contradicted;
      return [findingOf(claim, figure, { counted: intervalText(figure) }, { factor })];
    }),
};

/** A printed total adds counts of several kinds, registrations to attendances for example. */
export const kindsAdded: Rule = {
  code: 'kinds-added',
  labels: { nl: 'Soorten tellingen opgeteld', fr: 'Types de comptage additionnés', en: 'Kinds of counts added up' },
  says: {
    nl: '{printed} telt samen wat niet hetzelfde is: {parts}.',
    fr: '{printed} additionne des choses différentes : {parts}.',
    en: '{printed} adds up what is not the same: {parts}.',
  },
  find: ({ claims, figureOf }) =>
    claims.flatMap((claim) => {
      const figure = figureOf(claim);
      if (figure?.refusal?.code !== 'figure.mixed-count-kinds' || !figure.parts) return [];
      const parts = figure.parts.map(({ countKind, value }) => `${value ?? '?'} (${countKind})`).join(' + ');
      return [findingOf(claim, figure, { parts }, { figureIds: [figure.id, ...figure.parts.map(({ figureId }) => figureId)] })];
    }),
};

/** As many different persons are printed as there were attendances, though nobody knows who came twice. */
export const attendancesAsPersons: Rule = {
  code: 'attendances-as-persons',
  labels: { nl: 'Aanwezigheden als personen', fr: 'Présences comptées comme personnes', en: 'Attendances as persons' },
  says: {
    nl: '{printed} is het aantal aanwezigheden; verschillende personen zijn het er {counted}.',
    fr: '{printed} est le nombre de présences ; les personnes différentes sont {counted}.',
    en: '{printed} is the number of attendances; different persons are {counted}.',
  },
  find: (record) =>
    record.claims.flatMap((claim) => {
      if (claim.kind !== 'unique-person' || record.definitions.get(claim.indicator)?.measure.op !== 'distinct') return [];
      const { figure } = recountOf(record, claim) ?? {};
      const { lo = null, hi = null } = figure?.computed ?? {};
      if (!figure || lo === null || lo >= (claim.value ?? 0) || hi !== claim.value) return [];
      return [findingOf(claim, figure, { counted: intervalText(figure) })];
    }),
};

/** "Several" names no number that could be vague. */
const namesNumber = (raw: string): boolean => /\d/.test(raw);

/** "About" or "more than", where the record knows the exact number. */
export const vagueThoughExact: Rule = {
  code: 'vague-though-exact',
  labels: { nl: 'Vaag gedrukt, exact gekend', fr: 'Imprimé vaguement, connu exactement', en: 'Printed vaguely, known exactly' },
  says: {
    nl: '{printed}, terwijl het exacte aantal {counted} is.',
    fr: '{printed}, alors que le nombre exact est {counted}.',
    en: '{printed}, while the exact number is {counted}.',
  },
  find: (record) =>
    record.claims.flatMap((claim) => {
      if ((claim.exactness !== 'approximate' && claim.exactness !== 'lower-bound') || !namesNumber(claim.raw)) return [];
      const { figure, beside } = recountOf(record, claim) ?? {};
      const printed = beside?.value ?? beside?.lo ?? null;
      const counted = figure?.computed.exactness === 'exact' ? figure.computed.value : null;
      if (!figure || printed === null || counted === null || !isNear(printed, counted)) return [];
      return [findingOf(claim, figure, { counted: inUnits(counted, unitOf(figure)) })];
    }),
};
