declare module 'class-transformer/cjs/storage' {
  export const defaultMetadataStorage: import('class-validator-jsonschema').IOptions['classTransformerMetadataStorage'];
}
