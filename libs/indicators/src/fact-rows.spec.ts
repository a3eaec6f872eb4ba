import { judge } from './fact-rows';

describe('a condition on a dimension', () => {
  it.each([
    ['yes', { dim: 'kind', op: 'eq', value: ['lunch'] }],
    ['no', { dim: 'kind', op: 'eq', value: ['webinar'] }],
    ['yes', { dim: 'kind', op: 'in', value: ['webinar', 'lunch'] }],
    ['yes', { dim: 'number', op: 'eq', value: [2] }],
    ['yes', { dim: 'number', op: 'eq', value: ['2'] }],
    ['no', { dim: 'number', op: 'eq', value: ['02'] }],
    ['no', { dim: 'number', op: 'eq', value: ['3'] }],
    ['yes', { dim: 'number', op: 'gte', value: [2] }],
    ['no', { dim: 'number', op: 'gte', value: [3] }],
    ['yes', { dim: 'online', op: 'eq', value: [true] }],
    ['no', { dim: 'online', op: 'eq', value: ['false'] }],
    ['yes', { dim: 'online', op: 'eq', value: ['true'] }],
    ['not-assessable', { dim: 'theme', op: 'eq', value: ['care'] }],
    ['no', { dim: 'theme', op: 'exists' }],
    ['yes', { dim: 'kind', op: 'exists' }],
  ] as const)('is judged %s: %o', (verdict, condition) => {
    expect(judge([condition], { kind: 'lunch', number: 2, online: true })).toBe(verdict);
  });
});
