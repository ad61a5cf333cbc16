package kit.modules.crypto;

/** Who signs a certificate. */
public enum Provider {
  SELFSIGNED,
  OWNCA
}
