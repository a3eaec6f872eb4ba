export { csv } from './csv';
export { dataPackage } from './datapackage';
export { dhis2 } from './dhis2';
export { type ExportQuery, pinExport, type PinnedExport, type Step } from './export-query';
export { type Ask, type ExportRow, exportRows } from './export-rows';
export { sdmxCsv } from './sdmx';
export { xlsx } from './xlsx';
