module.exports = () => require('../../scripts/require-node.cjs');
