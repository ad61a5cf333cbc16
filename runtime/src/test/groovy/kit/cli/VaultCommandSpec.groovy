package kit.cli

import kit.cli.terminal.Screen

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.PosixFilePermissions
import spock.lang.Specification
import spock.lang.TempDir

class VaultCommandSpec extends Specification {

  static final PASSWORD = 'a-long-and-made-up-vault-password-1'
  static final OTHER = 'quite another password, 2 times'

  @TempDir Path temp
  def out = new ByteArrayOutputStream()
  def err = new ByteArrayOutputStream()
  Map<String, String> environment = [PATH: System.getenv('PATH')]

  def setup() {
    write('pw', PASSWORD + '\n')
    write('pw2', OTHER)
  }

  def "encrypt and decrypt in place: #what"() {
    given:
    def file = temp.resolve('file').toFile()
    file.bytes = content
    Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString('rw-r-----'))

    when:
    vault('encrypt', '--vault-password-file', path('pw'), file)

    then:
    file.text.startsWith('$ANSIBLE_VAULT;1.1;AES256\n')
    file.text.readLines()*.length().max() <= 80
    PosixFilePermissions.toString(Files.getPosixFilePermissions(file.toPath())) == 'rw-r-----'

    when:
    vault('decrypt', '--vault-password-file', path('pw'), file)

    then:
    file.bytes == content
    err.toString() == 'Encryption successful\nDecryption successful\n'
    temp.toFile().list().sort() == ['file', 'pw', 'pw2']

    where:
    what     | content
    'text'   | 'a: 1\n'.bytes
    'empty'  | new byte[0]
    'binary' | (0..70_000).collect { it as byte } as byte[]
  }

  def "a label makes format 1.2, and chooses among several passwords"() {
    given:
    def file = write('file', 'x')

    expect:
    kit('vault', 'encrypt', '--vault-id', "dev@${path('pw')}", '--vault-id', "prod@${path('pw2')}", file) == 7
    file.text == 'x'
    err.toString().contains('several vault passwords could encrypt: dev, prod')

    when:
    vault('encrypt', '--vault-id', "dev@${path('pw')}", '--vault-id', "prod@${path('pw2')}", '--encrypt-vault-id', 'prod', file)

    then:
    file.text.startsWith('$ANSIBLE_VAULT;1.2;AES256;prod\n')
    kit('vault', 'view', '--vault-id', "dev@${path('pw')}", file) == 7
    err.toString().contains("no vault password decrypts this text with the label 'prod'")
    vault('view', '--vault-id', "any@${path('pw')}", '--vault-id', "other@${path('pw2')}", file) == 'x'
  }

  def "the password comes from #source"() {
    given:
    def file = write('file', 'hello')
    vault('encrypt', '--vault-password-file', path('pw'), file)
    def script = "#!/bin/sh\n[ \"\$1 \$2\" = '--vault-id prod' ] || exit 2\nprintf '%s\\n' '$PASSWORD'\n"
    executable(write('get-client.sh', script))
    executable(write('program', "#!/bin/sh\necho '$PASSWORD'\n"))
    Files.copy(temp.resolve('pw'), temp.resolve('vaulted'))
    vault('encrypt', '--vault-password-file', path('pw2'), path('vaulted'))

    expect:
    environment << more
    vault('view', *opts.collect { expand(it) }, file) == 'hello'

    where:
    source                   | opts                                                  | more
    'a file'                 | ['--vault-password-file', '%/pw']                     | [:]
    'a file of another name' | ['--vault-pass-file', '%/pw']                         | [:]
    'a program'              | ['--vault-password-file', '%/program']                | [:]
    'a client'               | ['--vault-id', 'prod@%/get-client.sh']                | [:]
    'a vaulted file'         | ['--vault-id', '%/pw2', '--vault-id', '%/vaulted']    | [:]
    'a variable'             | ['--vault-id', 'x@env:SECRET']                        | [SECRET: PASSWORD]
    "kit's own variable"     | []                                                    | [KIT_VAULT_PASSWORD: PASSWORD]
    "Ansible's variable"     | []                                                    | [ANSIBLE_VAULT_PASSWORD_FILE: '%/pw']
    "Ansible's list"         | []                                                    | [ANSIBLE_VAULT_IDENTITY_LIST: 'a@%/pw2, b@%/pw']
  }

  def "#what is one clear error, with exit code 7, and changes nothing"() {
    given:
    def file = write('file', 'hello')
    vault('encrypt', '--vault-password-file', path('pw'), file)
    def before = file.text
    write('plain', 'plain')
    write('blank', ' \n')
    executable(write('fails', '#!/bin/sh\nexit 3\n'))
    executable(write('other-client', '#!/bin/sh\nexit 2\n'))
    executable(write('noprogram', 'password'))
    err.reset()

    expect:
    kit('vault', *words.collect { expand(it) }) == 7
    err.toString().contains(says)
    file.text == before

    where:
    what                        | words                                                          || says
    'a wrong password'          | ['view', '--vault-id', '%/pw2', '%/file']                      || 'no vault password decrypts this text'
    'no such password file'     | ['view', '--vault-id', '%/none', '%/file']                     || 'there is no vault password file'
    'an empty password'         | ['view', '--vault-id', '%/blank', '%/file']                    || 'is empty'
    'a program that fails'      | ['view', '--vault-id', '%/fails', '%/file']                    || 'exit status 3'
    'an unknown id'             | ['view', '--vault-id', 'x@%/other-client', '%/file']           || "knows no vault id 'x'"
    'no program'                | ['view', '--vault-id', '%/noprogram', '%/file']                || 'cannot be run'
    'encrypting twice'          | ['encrypt', '--vault-id', '%/pw', '%/file']                    || 'vaulted already'
    'decrypting plain text'     | ['decrypt', '--vault-id', '%/pw', '%/plain']                   || 'this is not vaulted'
    'rekeying plain text'       | ['rekey', '--vault-id', '%/pw', '--new-vault-id', '%/pw2', '%/plain'] || 'nothing here is vaulted'
    'creating what is there'    | ['create', '--vault-id', '%/pw', '%/file']                     || 'this is there already'
    'an id with a semicolon'    | ['encrypt', '--vault-id', 'a;b@%/pw', '%/plain']               || 'cannot stand in the header'
    'a key that is not there'   | ['get', '--vault-id', '%/pw', '%/plain', 'x']                  || "there is no 'x'"
  }

  def "rekey changes whole files and single values, and only those"() {
    given:
    def whole = write('whole', 'all of it')
    vault('encrypt', '--vault-id', path('pw'), whole)
    def inline = write('inline.yml', '')
    inline.text = "# first\na: 1   # one\nb: ${string('two')}c:\n  - ${string('in a list').replaceAll('\n(?=.)', '\n    ')}  - plain\n\n# last\nd: {e: 5}\n"
    def lines = inline.readLines().findAll { !(it =~ /^\s*[0-9a-f]+$|ANSIBLE/) }

    when:
    vault('rekey', '--vault-id', path('pw'), '--new-vault-id', "new@${path('pw2')}", whole, inline)

    then:
    vault('view', '--vault-id', path('pw2'), whole) == 'all of it'
    whole.text.startsWith('$ANSIBLE_VAULT;1.2;AES256;new\n')
    vault('get', '--vault-id', path('pw2'), inline, 'b') == 'two\n'
    vault('get', '--vault-id', path('pw2'), inline, 'c.0') == 'in a list\n'
    inline.readLines().findAll { !(it =~ /^\s*[0-9a-f]+$|ANSIBLE/) } == lines
    kit('vault', 'get', '--vault-id', path('pw'), inline, 'b') == 7
  }

  def "rekey writes nothing if one value cannot be opened"() {
    given:
    def one = write('one.yml', "a: ${string('x')}")
    def two = write('two.yml', "a: ${string('x', 'pw2')}")
    def before = [one.text, two.text]

    expect:
    kit('vault', 'rekey', '--vault-id', path('pw'), '--new-vault-id', path('pw2'), one, two) == 7
    [one.text, two.text] == before
  }

  def "set, get and ls work on single values and keep comments and layout: #key"() {
    given:
    def file = write('vars.yml', text)

    when:
    vault('set', '--vault-id', path('pw'), file, key, 'new "value"\nof two lines')

    then:
    vault('get', '--vault-id', path('pw'), file, key) == 'new "value"\nof two lines\n'
    vault('ls', file).readLines().contains(key)
    masked(file.text) == after

    where:
    key    | text                                  || after
    'a'    | '# x\na: old # why\nb: 2\n'           || '# x\na: < # why>\nb: 2\n'
    'a'    | 'a:\nb: 2\n'                          || 'a: <>\nb: 2\n'
    'a'    | 'a: |\n  one\n  two\nb: 2\n'          || 'a: <>\nb: 2\n'
    'a'    | "a: 'x'"                              || 'a: <>\n'
    'a.b'  | 'a:\n  # x\n  b: 1\n  c: 2\n'         || 'a:\n  # x\n  b: <>\n  c: 2\n'
    'a.n'  | 'a:\n  b: 1\n# end\nz: 2\n'           || 'a:\n  b: 1\n  n: <>\n# end\nz: 2\n'
    'n'    | 'a: 1\n'                              || 'a: 1\nn: <>\n'
    'n'    | 'a: 1'                                || 'a: 1\nn: <>\n'
    'n.m'  | ''                                    || 'n:\n  m: <>\n'
    'l.1'  | 'l:\n  - a\n  - b # x\n'              || 'l:\n  - a\n  - < # x>\n'
    'f.x'  | 'f: {x: 1, y: 2} # c\n'               || 'f: {x: <>, y: 2} # c\n'
    'ü.x'  | 'ä: "☃😀"\nü:\n  x: 1\n  y: "😀"\n'     || 'ä: "☃😀"\nü:\n  x: <>\n  y: "😀"\n'
  }

  def "set on a vaulted file changes what is inside"() {
    given:
    def file = write('vars.yml', '# why\na: old # x\n')
    vault('encrypt', '--vault-id', "prod@${path('pw')}", file)

    when:
    vault('set', '--vault-id', path('pw'), file, 'a', 'it\'s "new"')
    vault('set', '--vault-id', path('pw'), file, 'b', '--generate')

    then:
    file.text.startsWith('$ANSIBLE_VAULT;1.2;AES256;prod\n')
    vault('view', '--vault-id', path('pw'), file).startsWith('# why\na: "it\'s \\"new\\"" # x\nb: "')
    vault('get', '--vault-id', path('pw'), file, 'b').trim().length() == 22
    vault('ls', '--vault-id', path('pw'), file) == 'a  (prod)\nb  (prod)\n'
  }

  def "set refuses what it cannot do without harm: #key"() {
    given:
    def file = write('vars.yml', 'a: {b: 1}\nl: [1]\nm:\n  x: 1\n')

    expect:
    kit('vault', 'set', '--vault-id', path('pw'), file, key, 'value') != 0
    file.text == 'a: {b: 1}\nl: [1]\nm:\n  x: 1\n'

    where:
    key << ['a', 'a.c', 'l.7', 'm', 'm.x.y']
  }

  def "encrypt-string makes what ansible-vault makes"() {
    when:
    def text = vault('encrypt-string', '--vault-id', "prod@${path('pw')}", 'the secret', '--name', 'db_password')
    def file = write('vars.yml', text)

    then:
    text.startsWith('db_password: !vault |\n          $ANSIBLE_VAULT;1.2;AES256;prod\n          ')
    vault('get', '--vault-id', path('pw'), file, 'db_password') == 'the secret\n'
    vault('encrypt_string', '--vault-id', path('pw'), 'x').startsWith('!vault |\n          $ANSIBLE_VAULT;1.1;AES256\n')
  }

  def "edit shows the editor plain text in memory only, and leaves nothing"() {
    given:
    def file = write('secret.yml', 'a: 1\n')
    vault('encrypt', '--vault-id', "prod@${path('pw')}", file)
    editor('echo "$1" >$LOG; stat -c %a "$1" "${1%/*}" >>$LOG; stat -f -c %T "$1" >>$LOG; cat "$1" >>$LOG; echo "b: 2" >>"$1"; cp "$1" "$1~"; echo swap >"${1%/*}/.swp"')

    when:
    vault('edit', '--vault-id', path('pw'), file)
    def log = new File(path('log')).readLines()

    then:
    vault('view', '--vault-id', path('pw'), file) == 'a: 1\nb: 2\n'
    file.text.startsWith('$ANSIBLE_VAULT;1.2;AES256;prod\n')
    log[0].endsWith('/secret.yml')
    log[1..4] == ['600', '700', 'tmpfs', 'a: 1']
    !Files.exists(Path.of(log[0]).parent)
  }

  def "edit leaves the file untouched if #what"() {
    given:
    def file = write('secret.yml', 'a: 1\n')
    vault('encrypt', '--vault-id', path('pw'), file)
    def before = [file.text, file.lastModified(), Files.getAttribute(file.toPath(), 'unix:ino')]
    editor(script)

    when:
    int code = kit('vault', 'edit', '--vault-id', path('pw'), file)

    then:
    code == ends
    [file.text, file.lastModified(), Files.getAttribute(file.toPath(), 'unix:ino')] == before
    !Files.exists(Path.of(new File(path('log')).readLines()[0]).parent)

    where:
    what                | script                                         || ends
    'nothing changed'   | 'echo "$1" >$LOG; touch "$1"'                  || 0
    'the editor failed' | 'echo "$1" >$LOG; echo other >"$1"; exit 1'    || 7
    'the file is gone'  | 'echo "$1" >$LOG; rm "$1"'                     || 7
  }

  def "create makes a file that only its owner can read"() {
    given:
    editor('echo "fresh: 1" >"$1"')

    when:
    vault('create', '--vault-id', path('pw'), path('new.yml'))

    then:
    vault('view', '--vault-id', path('pw'), path('new.yml')) == 'fresh: 1\n'
    PosixFilePermissions.toString(Files.getPosixFilePermissions(temp.resolve('new.yml'))) == 'rw-------'
  }

  def "a weak password is warned of, and gen-password makes none"() {
    given:
    write('weak', 'hunter2')
    write('strong', vault('gen-password'))

    when:
    vault('encrypt', '--vault-id', path('weak'), write('one', 'x'))

    then:
    err.toString().contains('warning: this vault password has at most')

    when:
    err.reset()
    vault('encrypt', '--vault-id', path('strong'), write('two', 'x'))

    then:
    err.toString() == 'Encryption successful\n'
  }

  def "a link is followed, and what it leads to is replaced"() {
    given:
    def file = write('file', 'x')
    def link = Files.createSymbolicLink(temp.resolve('link'), file.toPath())

    when:
    vault('encrypt', '--vault-id', path('pw'), link)

    then:
    Files.isSymbolicLink(link)
    file.text.startsWith('$ANSIBLE_VAULT')
  }

  def "a run of a project with a vaulted #what needs the password, and ends with 7 without it"() {
    given:
    new File(temp.toFile(), 'group_vars').mkdir()
    if (inline) {
      write('group_vars/all.yml', "greeting: ${string('secret-hello')}")
    } else {
      vault('encrypt', '--vault-id', path('pw'), write('group_vars/all.yml', 'greeting: secret-hello'))
    }
    def site = write('site.groovy', "play('P') { hosts 'localhost'; task('T') { println greeting } }")

    expect:
    kit('check', '--offline', site) == 7
    err.toString().contains('this is vaulted, and there is no vault password')
    kit('check', '--offline', '--vault-id', path('pw2'), site) == 7
    kit('check', '--offline', '--vault-id', path('pw'), site) == 0

    where:
    what    | inline
    'file'  | false
    'value' | true
  }

  def "kit vault lists its commands, and knows what was meant"() {
    expect:
    kit('vault', '--help') == 0
    ['edit', 'rekey', 'encrypt-string', 'gen-password'].every { out.toString().contains(it) }
    kit('vault', 'edti', 'x') == 5
    err.toString().contains("did you mean 'edit'?")
    kit('vault', 'encrypt', '--help') == 0
    out.toString().contains('--encrypt-vault-id')
  }

  /** Vaulted values in one short form, whichever way they are written. */
  private static String masked(String text) {
    text.replaceAll('!vault [|]( # \\S+)?\n( *)[$]ANSIBLE.*\n( *[0-9a-f]+\n)+', '<$1>\n').replaceAll('!vault "[$]ANSI[^"]*"', '<>')
  }

  private String expand(word) { word.toString().replace('%', temp.toString()) }

  private String path(String name) { temp.resolve(name) }

  private File write(String name, String text) {
    Files.writeString(temp.resolve(name), text).toFile()
  }

  private static void executable(File file) { file.setExecutable(true) }

  private void editor(String script) {
    executable(write('editor', "#!/bin/sh\nLOG=$temp/log\n$script\n"))
    environment.EDITOR = path('editor')
  }

  /** A value as encrypt-string makes it, without a name. */
  private String string(String text, String password = 'pw') {
    vault('encrypt-string', '--vault-id', path(password), text)
  }

  private String vault(Object... words) {
    int code = kit('vault', *words)
    assert code == 0: err
    def said = out.toString('UTF-8')
    out.reset()
    said
  }

  private int kit(Object... words) {
    def set = environment.collectEntries { name, value -> [name, expand(value)] }
    def screen = new Screen(new PrintStream(out), new PrintStream(err), set, '', 0)
    new Main(screen).run(words*.toString() as String[])
  }
}
