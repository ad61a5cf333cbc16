package kit.modules.crypto;

/** When a private key that is there may be replaced by a new one. */
public enum Regenerate {
  NEVER,
  FAIL,
  PARTIAL_IDEMPOTENCE,
  FULL_IDEMPOTENCE,
  ALWAYS
}
