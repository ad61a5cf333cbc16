package kit.transport.ssh;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Does once what an SSH handshake asks of Java, so that this is loaded and warm when hosts are
 * connected to: another thread can do it while the playbook is read. It contacts nobody.
 */
public final class Rehearsal {

  private Rehearsal() {}

  public static void run() {
    try {
      handshake();
    } catch (GeneralSecurityException e) {
      // this JVM lacks one of them, so a connection will not use it either
    }
  }

  private static void handshake() throws GeneralSecurityException {
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
}
