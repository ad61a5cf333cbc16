package kit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import kit.engine.Event;
import kit.engine.HostSummary;
import kit.model.Location;
import kit.model.Options;
import kit.model.Play;
import kit.model.PlayRules;
import kit.report.Detail;
import kit.report.Redactor;
import kit.report.Sink;
import kit.report.Style;
import kit.report.TextReport;

/**
 * Loads what a run loads. An archive of classes holds what was loaded when it was made: kit's own
 * classes and those of sshj by name, those of Java behind them by use.
 */
final class Warming {

  private static final List<String> PACKAGES =
      List.of("kit/", "net/schmizz/", "com/hierynomus/", "picocli/");

  void run() {
    classes();
    try {
      cryptography();
    } catch (GeneralSecurityException e) {
      // this JVM lacks one of them, so a run will not use it either
    }
    report();
  }

  private static void classes() {
    Path jar;
    try {
      jar = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      return;
    }
    if (!Files.isRegularFile(jar)) {
      return;
    }
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> all = file.entries(); all.hasMoreElements(); ) {
        String name = all.nextElement().getName();
        if (name.endsWith(".class") && !name.endsWith("-info.class") && wanted(name)) {
          load(name.substring(0, name.length() - 6).replace('/', '.'));
        }
      }
    } catch (IOException e) {
      // the JVM has just read this very file; without it there is nothing to prepare
    }
  }

  private static boolean wanted(String name) {
    for (String start : PACKAGES) {
      if (name.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private static void load(String name) {
    try {
      Class.forName(name, false, Warming.class.getClassLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      // a class for a library that is not there: a run does not load it either
    }
  }

  /** What an SSH handshake asks of Java. */
  private static void cryptography() throws GeneralSecurityException {
    KeyPairGenerator exchange = KeyPairGenerator.getInstance("X25519");
    KeyPair ours = exchange.generateKeyPair();
    KeyAgreement agreement = KeyAgreement.getInstance("X25519");
    agreement.init(ours.getPrivate());
    agreement.doPhase(exchange.generateKeyPair().getPublic(), true);
    agreement.generateSecret();
    KeyPair identity = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(identity.getPrivate());
    signature.update(new byte[32]);
    byte[] signed = signature.sign();
    signature.initVerify(identity.getPublic());
    signature.update(new byte[32]);
    signature.verify(signed);
    SecretKeySpec key = new SecretKeySpec(new byte[16], "AES");
    Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(new byte[16]));
    cipher.update(new byte[64]);
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
    mac.doFinal(new byte[64]);
  }

  private static void report() {
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    TextReport report =
        new TextReport(new Sink(nowhere, new Redactor()), Style.PLAIN, new Detail(0, false));
    Location at = new Location("site.groovy", 1, 1);
    Play play =
        new Play(
            "",
            at,
            List.of(),
            Options.NONE,
            List.of(),
            Map.of(),
            List.of(),
            PlayRules.NONE,
            false,
            List.of(),
            List.of());
    Duration moment = Duration.ofMillis(1);
    report.on(new Event.PlayStarted(play, List.of("a"), false));
    report.on(new Event.TaskStarted("a", "task", at, false));
    report.on(new Event.TaskSkipped("a", "task", at, "why"));
    HostSummary summary = new HostSummary(1, 1, 0, 0, 0, 0, false, moment, 1);
    report.on(new Event.RunFinished(Map.of("a", summary), moment, false));
  }
}
