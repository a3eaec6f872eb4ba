import { exactly } from '@app/decider';
import { type Given, given, onDay, recorded } from '@app/decider/spec';
import { declineMaterialOrder, distributeMaterial, materialEvolution, orderMaterial, useMaterial } from './material.decider';
import { materialDistributed, materialOrdered, materialOrderDeclined, materialUsed } from './material.events';
import { materialFacts } from './material.facts';

const cards = { kind: 'card-game', item: 'health-cards' } as const;
const order = { ...cards, quantity: exactly(10), recipientKind: 'school', recipient: 'org-s1' } as const;
const six = { ...cards, quantity: exactly(6), recipientKind: 'school', channel: 'pick-up' } as const;
const twice = { ...cards, times: exactly(2), recipientKind: 'school' } as const;

const ordered: Given = [materialOrdered, order, { occurred: onDay('2021-06-01') }];
const declined: Given = [materialOrderDeclined, { ...cards, reason: 'out-of-stock' }];
const handedOut: Given = [materialDistributed, six];
const used: Given = [materialUsed, twice];
const material = (...history: Given[]) => given(materialEvolution, history);

describe('order material', () => {
  it('records what, how many and for whom', () => {
    expect(material().then(orderMaterial, order)).toEqual([['MaterialOrdered', order]]);
  });

  it('says nothing twice, also when it was handed out', () => {
    expect(material(ordered, handedOut).when(orderMaterial, order, { occurred: onDay('2021-06-01') })).toEqual([]);
  });

  it('refuses another order in its place', () => {
    expect(material(ordered).refuses(orderMaterial, { ...order, quantity: exactly(11) }, { occurred: onDay('2021-06-01') })).toBe(
      'material.already-ordered',
    );
  });
});

describe('decline an order', () => {
  it('says why', () => {
    expect(material(ordered).then(declineMaterialOrder, { reason: 'out-of-stock' })).toEqual([
      ['MaterialOrderDeclined', { ...cards, reason: 'out-of-stock' }],
    ]);
  });

  it('says nothing twice', () => {
    expect(material(ordered, declined).when(declineMaterialOrder, { reason: 'out-of-stock' })).toEqual([]);
  });

  it('refuses what contradicts the record', () => {
    expect(material(handedOut).refuses(declineMaterialOrder, { reason: 'not-stated' })).toBe('material.not-ordered');
    expect(material(ordered, declined).refuses(declineMaterialOrder, { reason: 'order-withdrawn' })).toBe('material.order-declined');
    expect(material(ordered, handedOut).refuses(declineMaterialOrder, { reason: 'out-of-stock' })).toBe('material.already-distributed');
  });
});

describe('distribute material', () => {
  it('hands out for an order, in parts, or without one', () => {
    expect(material(ordered).then(distributeMaterial, six)).toEqual([['MaterialDistributed', six]]);
    const four = { ...six, quantity: exactly(4) };
    expect(material(ordered, handedOut).then(distributeMaterial, four)).toEqual([['MaterialDistributed', four]]);
    const masks = {
      kind: 'mask',
      item: 'cloth-mask',
      quantity: { lo: 400, exactness: 'lower-bound' },
      recipientKind: 'vulnerable-people',
      channel: 'via-partner',
    } as const;
    expect(material().then(distributeMaterial, masks)).toEqual([['MaterialDistributed', masks]]);
  });

  it('says nothing twice, also when more was handed out since', () => {
    const four: Given = [materialDistributed, { ...six, quantity: exactly(4) }, { occurred: onDay('2021-06-20') }];
    expect(material(ordered, handedOut, four).when(distributeMaterial, six)).toEqual([]);
  });

  it('takes an uncertain number for no more than ordered', () => {
    const about = { ...six, quantity: { value: 12, exactness: 'approximate' } } as const;
    expect(material(ordered).then(distributeMaterial, about)).toEqual([['MaterialDistributed', about]]);
    const open: Given = [materialOrdered, { ...order, quantity: { lo: 10, exactness: 'lower-bound' } }];
    expect(material(open).then(distributeMaterial, { ...six, quantity: exactly(40) })).toHaveLength(1);
  });

  it('refuses what contradicts the order', () => {
    expect(material(ordered).refuses(distributeMaterial, { ...six, item: 'other-cards' })).toBe('material.other-item');
    expect(material(ordered, declined).refuses(distributeMaterial, six)).toBe('material.order-declined');
    expect(material(ordered).refuses(distributeMaterial, six, { occurred: onDay('2021-05-31') })).toBe('material.before-the-order');
    expect(material(ordered, handedOut).refuses(distributeMaterial, { ...six, quantity: exactly(5) })).toBe('material.more-than-ordered');
  });
});

describe('use material', () => {
  it('counts how often', () => {
    expect(material(ordered, handedOut).then(useMaterial, twice)).toEqual([['MaterialUsed', twice]]);
  });

  it('says nothing twice, also when it was used again', () => {
    const again: Given = [materialUsed, twice, { occurred: onDay('2021-07-01') }];
    expect(material(used, again).when(useMaterial, twice)).toEqual([]);
  });

  it('refuses another item', () => {
    expect(material(handedOut).refuses(useMaterial, { ...twice, kind: 'toolbox' })).toBe('material.other-item');
  });
});

describe('facts of material', () => {
  const groupKey = 'material-AAAAAAAAAAAAAAAAAAAAAA';
  const at = { streamId: groupKey };
  const exact = (value: number) => ({ exactness: 'exact', v: value, lo: value, hi: value });
  const dims = { ...cards, recipientKind: 'school' };

  it('an order counts as a request, and by its pieces', () => {
    expect(materialFacts['MaterialOrdered']!(recorded(materialOrdered, order, at))).toEqual([
      { type: 'material-ordered', countKind: 'request', ...exact(1), groupKey, dims },
      { type: 'material-items-ordered', countKind: 'item', ...exact(10), groupKey, dims },
    ]);
  });

  it('what is declined, handed out and used counts apart', () => {
    const decline = { ...cards, reason: 'out-of-stock' } as const;
    expect(materialFacts['MaterialOrderDeclined']!(recorded(materialOrderDeclined, decline, at))).toEqual([
      { type: 'material-order-declined', countKind: 'request', ...exact(1), groupKey, dims: decline },
    ]);
    expect(materialFacts['MaterialDistributed']!(recorded(materialDistributed, six, at))).toEqual([
      { type: 'material-items-distributed', countKind: 'item', ...exact(6), groupKey, dims: { ...dims, channel: 'pick-up' } },
    ]);
    expect(materialFacts['MaterialUsed']!(recorded(materialUsed, twice, at))).toEqual([
      { type: 'material-used', countKind: 'use', ...exact(2), groupKey, dims },
    ]);
  });
});
