package kit.modules.crypto;

/** Whether something should be there. */
public enum Presence {
  PRESENT,
  ABSENT
}
