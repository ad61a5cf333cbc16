package kit.modules.source

import java.util.zip.GZIPOutputStream
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

/** Archives as nobody makes them by accident. */
class Tar {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream()

  /** Adds an entry; type is a letter of the tar format. */
  Tar add(String name, String type = '0', String content = '', String link = '', long claimed = -1) {
    def header = new byte[512]
    def put = { int at, byte[] bytes -> System.arraycopy(bytes, 0, header, at, bytes.length) }
    def bytes = content.getBytes('UTF-8')
    put(0, name.getBytes('UTF-8'))
    put(100, '0000644\0'.bytes)
    put(108, '0000000\0'.bytes)
    put(116, '0000000\0'.bytes)
    put(124, String.format('%011o\0', claimed < 0 ? bytes.length : claimed).bytes)
    put(136, String.format('%011o\0', 1_700_000_000).bytes)
    put(148, '        '.bytes)
    header[156] = type.charAt(0) as byte
    put(157, link.getBytes('UTF-8'))
    put(257, 'ustar\00000'.bytes)
    int sum = 0
    header.each { sum += it & 0xff }
    put(148, String.format('%06o\0 ', sum).bytes)
    out.write(header)
    out.write(bytes)
    out.write(new byte[(512 - bytes.length % 512) % 512])
    this
  }

  byte[] bytes() {
    def all = new ByteArrayOutputStream()
    all.write(out.toByteArray())
    all.write(new byte[1024])
    all.toByteArray()
  }

  byte[] gzip() {
    def packed = new ByteArrayOutputStream()
    new GZIPOutputStream(packed).withStream { it.write(bytes()) }
    packed.toByteArray()
  }

  static byte[] zip(Map<String, String> files) {
    def packed = new ByteArrayOutputStream()
    new ZipOutputStream(packed).withStream { zip ->
      files.each { name, content ->
        zip.putNextEntry(new ZipEntry(name))
        zip.write(content.getBytes('UTF-8'))
        zip.closeEntry()
      }
    }
    packed.toByteArray()
  }
}
