package kit.transport.ssh;

import com.hierynomus.sshj.key.KeyAlgorithms;
import com.hierynomus.sshj.transport.cipher.BlockCiphers;
import com.hierynomus.sshj.transport.cipher.GcmCiphers;
import com.hierynomus.sshj.transport.kex.DHGroups;
import com.hierynomus.sshj.transport.kex.ExtInfoClientFactory;
import com.hierynomus.sshj.transport.mac.Macs;
import com.hierynomus.sshj.userauth.keyprovider.OpenSSHKeyV1KeyFile;
import java.util.List;
import net.schmizz.keepalive.KeepAliveProvider;
import net.schmizz.sshj.ConfigImpl;
import net.schmizz.sshj.common.LoggerFactory;
import net.schmizz.sshj.transport.compression.NoneCompression;
import net.schmizz.sshj.transport.kex.Curve25519SHA256;
import net.schmizz.sshj.transport.kex.ECDHNistP;
import net.schmizz.sshj.transport.random.JCERandom;
import net.schmizz.sshj.transport.random.SingletonRandomFactory;
import net.schmizz.sshj.userauth.keyprovider.OpenSSHKeyFile;
import net.schmizz.sshj.userauth.keyprovider.PKCS8KeyFile;

/**
 * The algorithms kit speaks. sshj's own default tries 33 ciphers at every start and offers outdated
 * ones; these work without BouncyCastle, whose registration alone takes half a second.
 */
final class LeanConfig extends ConfigImpl {

  LeanConfig() {
    setLoggerFactory(LoggerFactory.DEFAULT);
    setVersion("kit");
    setRandomFactory(new SingletonRandomFactory(new JCERandom.Factory()));
    setKeyExchangeFactories(
        List.of(
            new Curve25519SHA256.Factory(),
            new Curve25519SHA256.FactoryLibSsh(),
            new ECDHNistP.Factory256(),
            DHGroups.Group14SHA256(),
            new ExtInfoClientFactory()));
    setKeyAlgorithms(
        List.of(
            KeyAlgorithms.EdDSA25519(),
            KeyAlgorithms.ECDSASHANistp256(),
            KeyAlgorithms.ECDSASHANistp384(),
            KeyAlgorithms.ECDSASHANistp521(),
            KeyAlgorithms.RSASHA512(),
            KeyAlgorithms.RSASHA256()));
    // counter mode first: under the C1 compiler it is faster than GCM
    setCipherFactories(
        List.of(BlockCiphers.AES128CTR(), BlockCiphers.AES256CTR(), GcmCiphers.AES128GCM()));
    setMACFactories(List.of(Macs.HMACSHA2256Etm(), Macs.HMACSHA2256()));
    setCompressionFactories(List.of(new NoneCompression.Factory()));
    setFileKeyProviderFactories(
        List.of(
            new OpenSSHKeyV1KeyFile.Factory(),
            new PKCS8KeyFile.Factory(),
            new OpenSSHKeyFile.Factory()));
    // the default only sends, and so never notices a host that has stopped answering
    setKeepAliveProvider(KeepAliveProvider.KEEP_ALIVE);
  }
}
