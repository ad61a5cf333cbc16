package kit.share;

/**
 * How much an archive may hold.
 *
 * @param entries files and directories
 * @param bytes of all files together
 * @param ratio how many times its own size an archive may grow, beyond the first megabyte
 */
record Limits(int entries, long bytes, int ratio) {

  static final Limits USUAL = new Limits(100_000, 2L << 30, 200);

  static final int NAME = 255;
  static final int PATH = 4096;
  static final int DEPTH = 64;
}
