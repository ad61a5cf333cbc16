package kit.share

import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPOutputStream
import org.apache.commons.compress.archivers.tar.TarArchiveEntry
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream
import org.apache.commons.compress.archivers.tar.TarConstants
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream

/** Archives that nobody should unpack. */
class Hostile {

  /** A tar.gz; the closure adds entries. */
  static Path tar(Path file, Closure<?> entries) {
    new TarArchiveOutputStream(new GZIPOutputStream(Files.newOutputStream(file)), 'UTF-8').withCloseable { tar ->
      tar.longFileMode = TarArchiveOutputStream.LONGFILE_POSIX
      tar.bigNumberMode = TarArchiveOutputStream.BIGNUMBER_POSIX
      entries(new Tar(tar: tar))
      tar.finish()
    }
    file
  }

  static class Tar {
    TarArchiveOutputStream tar

    void file(String name, String text = 'x', int mode = 0100644) {
      def entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true)
      entry.mode = mode
      entry.size = text.bytes.length
      put(entry, text.bytes)
    }

    void folder(String name, int mode = 040755) {
      def entry = new TarArchiveEntry(name, TarConstants.LF_DIR, true)
      entry.mode = mode
      put(entry, new byte[0])
    }

    void special(String name, byte type, String link = '') {
      def entry = new TarArchiveEntry(name, type, true)
      entry.linkName = link
      put(entry, new byte[0])
    }

    void big(String name, long size) {
      def entry = new TarArchiveEntry(name, TarConstants.LF_NORMAL, true)
      entry.size = size
      tar.putArchiveEntry(entry)
      def zeros = new byte[1 << 16]
      for (long left = size; left > 0; left -= zeros.length) tar.write(zeros, 0, (int) Math.min(left, zeros.length))
      tar.closeArchiveEntry()
    }

    private void put(TarArchiveEntry entry, byte[] bytes) {
      tar.putArchiveEntry(entry)
      tar.write(bytes)
      tar.closeArchiveEntry()
    }
  }

  /** A zip; names are written as they are. */
  static Path zip(Path file, Closure<?> entries) {
    new ZipArchiveOutputStream(Files.newOutputStream(file)).withCloseable { zip -> entries(new Zip(zip: zip)) }
    file
  }

  static class Zip {
    ZipArchiveOutputStream zip

    void file(String name, String text = 'x', int mode = 0100644) {
      def entry = new ZipArchiveEntry(name)
      entry.unixMode = mode
      zip.putArchiveEntry(entry)
      zip.write(text.bytes)
      zip.closeArchiveEntry()
    }

    void big(String name, long size) {
      zip.putArchiveEntry(new ZipArchiveEntry(name))
      def zeros = new byte[1 << 16]
      for (long left = size; left > 0; left -= zeros.length) zip.write(zeros, 0, (int) Math.min(left, zeros.length))
      zip.closeArchiveEntry()
    }
  }

  static final byte LINK = TarConstants.LF_SYMLINK
  static final byte HARD = TarConstants.LF_LINK

  /** What is wrong, and the archive's entries: {@code tar} for a tar.gz, {@code zip} for zip and jar. */
  static final List<List> TARS = [
    ['dot-dot', { it.file '../evil' }],
    ['dot-dot below', { it.file 'role/../../evil' }],
    ['dot-dot at the end', { it.folder 'role/..' }],
    ['dot-dot many', { it.file '../' * 40 + 'tmp/evil' }],
    ['dot-dot behind dots', { it.file './././../evil' }],
    ['dot-dot in a directory', { it.folder '../evil/' }],
    ['absolute', { it.file '/tmp/kit-evil' }],
    ['absolute, doubled', { it.file '//tmp/kit-evil' }],
    ['absolute directory', { it.folder '/tmp/kit-evil/' }],
    ['drive letter', { it.file 'C:/evil' }],
    ['backslashes', { it.file '..\\evil' }],
    ['backslash inside', { it.file 'role\\..\\..\\evil' }],
    ['symlink out', { it.special 'role/tasks', LINK, '/tmp' }],
    ['symlink up', { it.special 'role/up', LINK, '../../outside' }],
    ['symlink inside', { it.file 'role/tasks/a'; it.special 'role/b', LINK, 'tasks/a' }],
    ['symlink then write', { it.special 'role/tasks', LINK, '../../outside'; it.file 'role/tasks/evil' }],
    ['symlink to itself', { it.special 'role', LINK, 'role' }],
    ['symlink to a symlink', { it.special 'a', LINK, '.'; it.special 'a/b', LINK, '..'; it.file 'a/b/evil' }],
    ['symlink in place of a directory', { it.folder 'role/tasks/'; it.special 'role/tasks', LINK, '/tmp' }],
    ['symlink with no target', { it.special 'role/x', LINK, '' }],
    ['hard link out', { it.special 'role/passwd', HARD, '/etc/passwd' }],
    ['hard link up', { it.special 'role/x', HARD, '../../outside/there' }],
    ['hard link then write', { it.special 'role/x', HARD, '../outside/there'; it.file 'role/x', 'evil' }],
    ['hard link inside', { it.file 'role/a'; it.special 'role/b', HARD, 'role/a' }],
    ['character device', { it.special 'role/null', TarConstants.LF_CHR }],
    ['block device', { it.special 'role/sda', TarConstants.LF_BLK }],
    ['pipe', { it.special 'role/pipe', TarConstants.LF_FIFO }],
    ['contiguous file', { it.special 'role/contig', TarConstants.LF_CONTIG; it.file '../evil' }],
    ['setuid', { it.file 'role/sh', 'x', 0104755 }],
    ['setgid', { it.file 'role/sh', 'x', 0102755 }],
    ['sticky', { it.file 'role/sh', 'x', 0101755 }],
    ['setgid directory', { it.folder 'role/tasks/', 042755 }],
    ['newline in the name', { it.file 'role/a\nb' }],
    ['escape in the name', { it.file 'role/\u001b[31m' }],
    ['delete in the name', { it.file 'role/\u007f' }],
    ['case clash', { it.file 'role/tasks/main'; it.file 'role/TASKS/main' }],
    ['case clash of files', { it.file 'role/a'; it.file 'role/A' }],
    ['case clash, Turkish', { it.file 'role/\u0131x'; it.file 'role/IX' }],
    ['form clash', { it.file 'role/\u00e9'; it.file 'role/e\u0301' }],
    ['ligature clash', { it.file 'role/\ufb01x'; it.file 'role/fix' }],
    ['the same file twice', { it.file 'role/a'; it.file 'role/a', 'evil' }],
    ['a file and a directory', { it.file 'role/a'; it.file 'role/a/b' }],
    ['a directory and a file', { it.folder 'role/a/'; it.file 'role/a' }],
    ['long name', { it.file 'role/' + 'a' * 256 }],
    ['long name in bytes', { it.file 'role/' + '\u20ac' * 90 }],
    ['long path', { it.file('role/' + 'abcdefghij/' * 500 + 'x') }],
    ['deep path', { it.file('role/' + 'a/' * 70 + 'x') }],
    ['bomb', { it.file 'role/tasks/a'; it.big 'role/bomb', 60 << 20 }],
    ['bomb in pieces', { tar -> (1..30).each { tar.big "role/bomb$it", 2 << 20 } }],
    ['many entries', { tar -> (1..1100).each { tar.file "role/f$it" } }],
    ['many directories', { tar -> (1..1100).each { tar.folder "role/d$it/" } }],
    ['name of the directory', { it.file '.' }],
  ]

  static final List<List> ZIPS = [
    ['dot-dot', { it.file '../evil' }],
    ['dot-dot below', { it.file 'role/../../evil' }],
    ['absolute', { it.file '/tmp/kit-evil' }],
    ['drive letter', { it.file 'C:/evil' }],
    ['symlink', { it.file 'role/tasks', '../../outside', 0120777 }],
    ['symlink then write', { it.file 'role/tasks', '../../outside', 0120777; it.file 'role/tasks/evil' }],
    ['device', { it.file 'role/x', '', 020644 }],
    ['setuid', { it.file 'role/sh', 'x', 0104755 }],
    ['case clash', { it.file 'role/a'; it.file 'role/A' }],
    ['the same file twice', { it.file 'role/a'; it.file 'role/a', 'evil' }],
    ['a file and a directory', { it.file 'role/a'; it.file 'role/a/b' }],
    ['long name', { it.file 'role/' + 'a' * 256 }],
    ['bomb', { it.big 'role/bomb', 60 << 20 }],
    ['many entries', { zip -> (1..1100).each { zip.file "role/f$it" } }],
    ['escape in the name', { it.file 'role/\u001b[31m' }],
  ]
}
