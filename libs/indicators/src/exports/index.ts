export type { Language } from './columns';
export { csv } from './csv';
export { dataPackage } from './datapackage';
export { type ExportQuery, pinExport, type PinnedExport, type Step } from './export-query';
export { type Ask, type ExportRow, exportRows } from './export-rows';
