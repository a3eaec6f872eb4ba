export type { Claim } from './claims';
export type { Coverage } from './coverage';
export * from './contradictions';
export * from './definition';
export type { PersonOf } from './persons';
export { definitions } from './definitions';
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
export * from './plan.projection';
export * from './plan-view';
export * from './provenance';
export * from './targets';
