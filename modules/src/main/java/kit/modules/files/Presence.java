package kit.modules.files;

/** Whether something should be in a file. */
public enum Presence {
  PRESENT,
  ABSENT
}
