import { boundsOf, dataOf, type Decide, ensure, type EventOf, type Evolution, happened, type Kept, kept, repeats } from '@app/decider';
import {
  materialDistributed,
  type MaterialDistributedData,
  type MaterialKind,
  materialOrdered,
  materialOrderDeclined,
  type MaterialOrderedData,
  materialUsed,
  type MaterialUsedData,
  type OrderDeclineReason,
} from './material.events';

export type OrderMaterial = MaterialOrderedData;
export interface DeclineMaterialOrder {
  readonly reason: OrderDeclineReason;
}
export type DistributeMaterial = MaterialDistributedData;
export type UseMaterial = MaterialUsedData;

/** One order with what was handed out for it, or one round of handing out without an order. */
export interface MaterialState {
  readonly item?: { readonly kind: MaterialKind; readonly item: string };
  readonly ordered?: Kept<MaterialOrderedData>;
  readonly declined?: OrderDeclineReason;
  readonly distributions: readonly Kept<MaterialDistributedData>[];
  readonly uses: readonly Kept<MaterialUsedData>[];
}

type MaterialEvent =
  | EventOf<typeof materialOrdered>
  | EventOf<typeof materialOrderDeclined>
  | EventOf<typeof materialDistributed>
  | EventOf<typeof materialUsed>;

const evolve = (state: MaterialState, event: MaterialEvent): MaterialState => {
  const { kind, item } = event.data;
  const known = { ...state, item: state.item ?? { kind, item } };
  switch (event.type) {
    case 'MaterialOrdered':
      return { ...known, ordered: kept(event) };
    case 'MaterialOrderDeclined':
      return { ...known, declined: event.data.reason };
    case 'MaterialDistributed':
      return { ...known, distributions: [...state.distributions, kept(event)] };
    case 'MaterialUsed':
      return { ...known, uses: [...state.uses, kept(event)] };
    default:
      return state;
  }
};

export const materialEvolution: Evolution<MaterialState> = { initialState: { distributions: [], uses: [] }, evolve };

export const orderMaterial: Decide<OrderMaterial, MaterialState> = (command, { ordered }, { occurred }) => {
  const data = dataOf(materialOrdered, command);
  if (repeats(ordered, data, occurred)) return [];
  ensure(!ordered, 'material.already-ordered');
  return [happened(materialOrdered, data)];
};

export const declineMaterialOrder: Decide<DeclineMaterialOrder, MaterialState> = ({ reason }, { ordered, declined, distributions }) => {
  ensure(ordered !== undefined, 'material.not-ordered');
  if (declined === reason) return [];
  ensure(declined === undefined, 'material.order-declined');
  ensure(distributions.length === 0, 'material.already-distributed');
  const { kind, item } = ordered.data;
  return [happened(materialOrderDeclined, { kind, item, reason })];
};

const ensureSameItem = ({ item: known }: MaterialState, { kind, item }: { kind: MaterialKind; item: string }): void =>
  ensure(!known || (known.kind === kind && known.item === item), 'material.other-item', { item: known?.item ?? '' }, '/item');

/** Certainly more than was ordered: bounds that are not known refuse nothing. */
function exceeds({ ordered, distributions }: MaterialState, { quantity }: MaterialDistributedData): boolean {
  const most = ordered && boundsOf(ordered.data.quantity).hi;
  if (typeof most !== 'number') return false;
  return [...distributions.map(({ data }) => data.quantity), quantity].reduce((sum, part) => sum + (boundsOf(part).lo ?? 0), 0) > most;
}

/** In one go or in parts. */
export const distributeMaterial: Decide<DistributeMaterial, MaterialState> = (command, state, { occurred }) => {
  const data = dataOf(materialDistributed, command);
  if (state.distributions.some((earlier) => repeats(earlier, data, occurred))) return [];
  ensureSameItem(state, data);
  ensure(state.declined === undefined, 'material.order-declined');
  ensure(!state.ordered || occurred.to >= state.ordered.occurred.from, 'material.before-the-order');
  ensure(!exceeds(state, data), 'material.more-than-ordered', {}, '/quantity');
  return [happened(materialDistributed, data)];
};

export const useMaterial: Decide<UseMaterial, MaterialState> = (command, state, { occurred }) => {
  const data = dataOf(materialUsed, command);
  if (state.uses.some((earlier) => repeats(earlier, data, occurred))) return [];
  ensureSameItem(state, data);
  return [happened(materialUsed, data)];
};
