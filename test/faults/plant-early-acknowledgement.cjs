// A planted defect for kill-during-import: appends are acknowledged first and committed a moment later.
const { SqliteEventStore } = require('../../dist/apps/api/libs/event-store/src/sqlite/sqlite-event-store.js');

const append = SqliteEventStore.prototype.append;
let ahead = 0;

SqliteEventStore.prototype.append = async function appendLater(...args) {
  const head = await this.head();
  const next = BigInt(head?.slice(5) ?? '0') + BigInt(++ahead);
  setTimeout(() => void append.apply(this, args).finally(() => ahead--), 300);
  return { outcome: 'appended', position: `0001-${String(next).padStart(16, '0')}`, stood: false };
};
