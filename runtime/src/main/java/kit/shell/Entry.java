package kit.shell;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import kit.model.Become;
import kit.spi.Sh;
import kit.transport.Connection;
import kit.transport.Deadlines;
import kit.transport.Endpoint;

/**
 * How a user's shell is got on a host. A password is written only after a prompt was seen that
 * nobody could foresee: else it would become the input of whatever reads next.
 */
final class Entry {

  private static final String SHELL = "exec sh";

  private final Endpoint endpoint;
  private final Optional<Become> become;
  private final Connection connection;
  private final Deadlines deadlines;
  private final SecureRandom random = new SecureRandom();

  Entry(Endpoint endpoint, Optional<Become> become, Connection connection, Deadlines deadlines) {
    this.endpoint = endpoint;
    this.become = become;
    this.connection = connection;
    this.deadlines = deadlines;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** The user that the shell runs as. */
  String user() {
    return become.isPresent() ? become.get().user() : endpoint.user();
  }

  /** Starts a shell and greets it. If a password is needed, waits until it was taken. */
  Shell shell() throws IOException {
    Shell shell = enter(SHELL);
    try {
      shell.greet();
    } catch (IOException e) {
      throw ended(shell); // so soon that it could not even be spoken to
    }
    return shell;
  }

  /** Why a shell ended before it had begun; what it said may still be there to read. */
  private RuntimeException ended(Shell shell) {
    try {
      while (shell.read()) {}
    } catch (IOException e) {
      // nothing more is there
    }
    return refusal(shell, false);
  }

  /** Starts a piece of shell text that fits into an argument; its input is free. */
  Shell enter(String script) throws IOException {
    String nonce = nonce();
    if (become.isEmpty() || endpoint.becomePassword().isEmpty()) {
      Shell shell = new Shell(connection.exec(quietly(script), false), nonce);
      shell.start(endpoint.name(), null);
      return shell;
    }
    String prompt = nonce + "pw ";
    String ready = nonce + "ok";
    Shell shell = new Shell(connection.exec(asking(script, prompt, ready), false), nonce);
    PasswordPrompt answer =
        new PasswordPrompt(shell, prompt, endpoint.becomePassword().orElseThrow());
    CloseLate late = closeLate(shell);
    try {
      shell.start(endpoint.name(), answer);
      while (!shell.out().noise().contains(ready)) {
        if (!shell.read()) {
          throw late.closed() ? late(shell) : refusal(shell, answer.refused());
        }
      }
      return shell;
    } finally {
      late.cancel();
    }
  }

  /** Closes a shell that does not get ready in time. */
  CloseLate closeLate(Shell shell) {
    CloseLate late = new CloseLate(shell);
    deadlines.set(endpoint.becomeTimeout(), late);
    return late;
  }

  void cut() {
    connection.close();
  }

  private String quietly(String script) {
    String command = script.equals(SHELL) ? "sh" : "sh -c " + Sh.quote(script);
    if (become.isEmpty()) {
      return "exec " + command;
    }
    BecomeMethod method = method();
    return method.silently(exe(method), user(), command);
  }

  private String asking(String script, String prompt, String ready) {
    BecomeMethod method = method();
    String command = "sh -c " + Sh.quote("echo " + ready + "; " + script);
    return method.asking(exe(method), user(), prompt, command);
  }

  private String exe(BecomeMethod method) {
    return Sh.quote(endpoint.becomeExe().orElse(method.program()));
  }

  private BecomeMethod method() {
    return BecomeMethod.of(endpoint.becomeMethod().orElse(become.orElseThrow().method()));
  }

  RuntimeException late(Shell shell) {
    return refusals().late(endpoint.becomeTimeout().toSeconds(), shell.complaint());
  }

  /** Why a shell did not begin. */
  RuntimeException refusal(Shell shell, boolean wrongPassword) {
    return wrongPassword
        ? refusals().wrongPassword()
        : refusals().of(shell.channel().exitStatus(), shell.complaint(), shell.out().noise());
  }

  private Refusals refusals() {
    return new Refusals(endpoint, become.map(b -> method().program()), user());
  }

  private String nonce() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
