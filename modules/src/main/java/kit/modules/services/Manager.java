package kit.modules.services;

/** What starts and stops services on a host. */
enum Manager {
  SYSTEMD,
  OPENRC,
  SYSVINIT,
  NONE;

  /** Sets {@code kit_m} to the manager's name; only shell words, nothing is forked. */
  static final String PROBE =
      "if [ -d /run/systemd/system ]; then kit_m=SYSTEMD; "
          + "elif [ -d /run/openrc ]; then kit_m=OPENRC; "
          + "elif [ -d /etc/init.d ] && [ -x /usr/sbin/update-rc.d ]; then kit_m=SYSVINIT; "
          + "else kit_m=NONE; fi; echo $kit_m\n";

  /** The manager that the first line names. */
  static Manager of(String text) {
    int end = text.indexOf('\n');
    return valueOf(end < 0 ? text.strip() : text.substring(0, end).strip());
  }
}
