package kit.transport.ssh;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import kit.transport.Channel;
import net.schmizz.sshj.common.SSHException;
import net.schmizz.sshj.connection.channel.direct.Signal;

/** A command running over SSH. */
final class SshChannel implements Channel {

  private static final int EXIT_SECONDS = 3;

  private final ExecSession session;

  SshChannel(ExecSession session) {
    this.session = session;
  }

  @Override
  public OutputStream stdin() {
    return session.getOutputStream();
  }

  @Override
  public InputStream stdout() {
    return session.getInputStream();
  }

  @Override
  public InputStream stderr() {
    return session.getErrorStream();
  }

  @Override
  public int exitStatus() {
    try {
      session.join(EXIT_SECONDS, TimeUnit.SECONDS);
    } catch (SSHException e) {
      // the status may have come before the connection broke
    }
    if (session.getExitStatus() != null) {
      return session.getExitStatus();
    }
    return session.getExitSignal() == null ? -1 : 128 + number(session.getExitSignal());
  }

  @Override
  public void close() {
    try {
      session.abandon();
    } catch (SSHException e) {
      // the connection is gone, and the channel with it
    }
  }

  private static int number(Signal signal) {
    return switch (signal) {
      case HUP -> 1;
      case INT -> 2;
      case QUIT -> 3;
      case ILL -> 4;
      case ABRT -> 6;
      case FPE -> 8;
      case KILL -> 9;
      case USR1 -> 10;
      case SEGV -> 11;
      case USR2 -> 12;
      case PIPE -> 13;
      case ALRM -> 14;
      case TERM -> 15;
      case UNKNOWN -> 0;
    };
  }
}
