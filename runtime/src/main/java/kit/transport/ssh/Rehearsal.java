package kit.transport.ssh;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
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
    agreement.doPhase(published("X25519", exchange.generateKeyPair()), true);
    agreement.generateSecret();
    KeyPair identity = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    Signature signature = Signature.getInstance("Ed25519");
    KeyFactory keys = KeyFactory.getInstance("Ed25519");
    signature.initSign(
        keys.generatePrivate(new PKCS8EncodedKeySpec(identity.getPrivate().getEncoded())));
    signature.update(new byte[32]);
    byte[] signed = signature.sign();
    signature.initVerify(published("Ed25519", identity));
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

  /** The public key as whoever reads it from a packet gets it. */
  private static PublicKey published(String algorithm, KeyPair keys)
      throws GeneralSecurityException {
    return KeyFactory.getInstance(algorithm)
        .generatePublic(new X509EncodedKeySpec(keys.getPublic().getEncoded()));
  }
}
