export { Vault, type VaultOptions, type TokenRequest } from './vault';
export type { Slot, SlotOpening } from './slots';
export type { Principal, PrincipalKind } from './accounts';
export { VaultError, type VaultErrorCode } from './vault-error';
export { hmac, hmacKey, type HmacKey, hmacTag } from './hmac';
export { findRegisterNumber } from './register-number';
