package kit.modules.packages

import java.nio.file.Files
import java.nio.file.Path
import java.security.KeyPair
import java.security.KeyPairGenerator
import java.security.MessageDigest
import java.security.Signature
import java.util.zip.GZIPOutputStream

/** A signed repository of empty packages in a root file system that has apk; its own repositories are put back at the end. */
class AlpineRepository implements AutoCloseable {
  private static final String KEY = 'kit-specs.rsa.pub'

  private final Path root
  private final Path folder
  private final Path list
  private final byte[] before
  private final String arch
  private final KeyPair pair

  AlpineRepository(Path root) {
    this.root = root
    list = root.resolve('etc/apk/repositories')
    before = Files.readAllBytes(list)
    arch = chroot('apk', '--print-arch').trim()
    folder = Files.createDirectories(root.resolve("kit-repository/$arch"))
    pair = KeyPairGenerator.getInstance('RSA').tap { initialize(2048) }.generateKeyPair()
    def pem = Base64.getMimeEncoder(64, '\n'.bytes).encodeToString(pair.public.encoded)
    Files.writeString(root.resolve("etc/apk/keys/$KEY"), "-----BEGIN PUBLIC KEY-----\n$pem\n-----END PUBLIC KEY-----\n")
    Files.writeString(list, '/kit-repository\n')
  }

  void publish(String name, String version, List<String> needs = []) {
    def data = packed(entry("usr/share/kit-$name/", '5', new byte[0]), new byte[1024])
    def info = ["pkgname = $name", "pkgver = $version", "pkgdesc = for specs", 'url = none', 'builddate = 0', 'packager = kit', 'size = 1',
      "arch = $arch", "origin = $name", 'license = MIT', *needs.collect { "depend = $it" }, "datahash = ${sha256(data)}", ''].join('\n')
    def control = packed(entry('.PKGINFO', '0', info.getBytes('UTF-8')))
    Files.write(folder.resolve("$name-${version}.apk"), join(signature(control), control, data))
    chroot('sh', '-c', "cd /kit-repository/$arch && apk index -o /kit-repository/index *.apk")
    def index = Files.readAllBytes(root.resolve('kit-repository/index'))
    Files.write(folder.resolve('APKINDEX.tar.gz'), join(signature(index), index))
  }

  @Override
  void close() {
    Files.write(list, before)
    Files.deleteIfExists(root.resolve("etc/apk/keys/$KEY"))
    root.resolve('kit-repository').toFile().deleteDir()
  }

  private byte[] signature(byte[] what) {
    def bytes = Signature.getInstance('SHA1withRSA').tap { initSign(pair.private); update(what) }.sign()
    packed(entry(".SIGN.RSA.$KEY", '0', bytes))
  }

  private String chroot(String... command) {
    def process = new ProcessBuilder(['chroot', root.toString(), *command]).redirectErrorStream(true).start()
    def text = process.inputStream.text
    assert process.waitFor() == 0: text
    text
  }

  /** One file of a tar archive, without the archive's end. */
  private static byte[] entry(String name, String kind, byte[] content) {
    def head = new byte[512]
    def put = { int at, String text -> System.arraycopy(text.bytes, 0, head, at, text.length()) }
    put(0, name)
    put(100, kind == '5' ? '0000755' : '0000644')
    put(108, '0000000')
    put(116, '0000000')
    put(124, String.format('%011o', content.length))
    put(136, '00000000000')
    put(148, ' ' * 8)
    put(156, kind)
    put(257, 'ustar\u000000')
    put(265, 'root')
    put(297, 'root')
    put(148, String.format('%06o\u0000 ', head.collect { it & 0xff }.sum()))
    join(head, content, new byte[(512 - content.length % 512) % 512])
  }

  private static byte[] packed(byte[]... parts) {
    def out = new ByteArrayOutputStream()
    new GZIPOutputStream(out).withStream { it.write(join(parts)) }
    out.toByteArray()
  }

  private static byte[] join(byte[]... parts) {
    def out = new ByteArrayOutputStream()
    parts.each { out.write(it) }
    out.toByteArray()
  }

  private static String sha256(byte[] bytes) { MessageDigest.getInstance('SHA-256').digest(bytes).encodeHex().toString() }
}
