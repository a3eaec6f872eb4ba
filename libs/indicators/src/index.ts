export type { Claim } from './claims';
export type { Coverage } from './coverage';
export * from './definition';
export type { PersonOf } from './persons';
export { definitions } from './definitions';
export * from './editions/changes';
export * from './editions/edition-bytes';
export * from './editions/edition-view';
export * from './editions/edition-views';
export * from './editions/editions';
export * from './editions/made-with';
export * from './editions/quoted';
export * from './facts.projection';
export * from './figure-query';
export {
  type ClaimBeside,
  type ComputedFigure,
  type Figure,
  type FigureAnswer,
  type FigureOptions,
  figures,
  type Part,
  type Refused,
  type Shown,
} from './figures';
export { indicators, type Indicator } from './indicators';
export { type Standing, showsTheSame, standing } from './moved';
export { type Known, knownAt } from './known';
export * from './plan.projection';
export * from './plan-view';
export * from './provenance';
export * from './targets';
