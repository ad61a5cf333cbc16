package kit.transport.ssh;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyFactorySpi;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/** Gives the JDK's "EC" key factory the name "ECDSA", by which sshj asks for it. */
final class EcdsaProvider extends Provider {

  EcdsaProvider() {
    super("kit", "1", "EC keys under the name ECDSA");
    put("KeyFactory.ECDSA", Keys.class.getName());
  }

  /** Made by name by the security framework, hence public. */
  public static final class Keys extends KeyFactorySpi {

    private final KeyFactory keys;

    public Keys() throws NoSuchAlgorithmException {
      keys = KeyFactory.getInstance("EC");
    }

    @Override
    protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
      return keys.generatePublic(spec);
    }

    @Override
    protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
      return keys.generatePrivate(spec);
    }

    @Override
    protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> spec)
        throws InvalidKeySpecException {
      return keys.getKeySpec(key, spec);
    }

    @Override
    protected Key engineTranslateKey(Key key) throws InvalidKeyException {
      return keys.translateKey(key);
    }
  }
}
