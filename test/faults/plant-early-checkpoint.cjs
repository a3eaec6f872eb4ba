// A planted defect for kill-during-reactions: the checkpoint is saved when the event is read, and what follows from it is carried out later.
const { Lane } = require('../../dist/apps/api/libs/recording/src/reactions/lane.js');
const { Settler } = require('../../dist/apps/api/libs/recording/src/reactions/settle.js');

const { offer } = Lane.prototype;
Lane.prototype.offer = function offerTooEarly(events, through) {
  offer.call(this, events, through);
  const last = events.at(-1);
  if (!last) return;
  this.checkpoint = { ...this.checkpoint, position: last.position, eventId: last.id };
  this.events.moved();
};

const { settle } = Settler.prototype;
Settler.prototype.settle = async function settleLater(...args) {
  await new Promise((done) => setTimeout(done, 200));
  return settle.apply(this, args);
};
