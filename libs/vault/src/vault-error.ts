export type VaultErrorCode =
  | 'vault.wrong-master-key'
  | 'vault.master-key-missing'
  | 'vault.master-key-malformed'
  | 'vault.not-durable'
  | 'vault.newer-schema'
  | 'vault.unknown-person'
  | 'vault.person-erased'
  | 'vault.damaged'
  | 'vault.account-differs';

/** What the vault cannot or will not do. The message names files and codes, never a person, a name or a key. */
export class VaultError extends Error {
  override readonly name = 'VaultError';

  constructor(
    readonly code: VaultErrorCode,
    message: string,
  ) {
    super(message);
  }
}
