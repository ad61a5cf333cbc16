package kit.run

import kit.vault.Secret
import kit.vault.Vault

/** Secrets laid out in a project, a playbook that handles them in every way, and the search for them. */
class Leaks {

  /** Every kind of character that some encoding writes in another way. */
  static final CANARY = 'Kn4r\'ie"n & <Vogel>/7+x\\n=Zwitscher'
  static final OLD = 'Alter-Kanarienvogel-vom-Vorjahr'
  static final KEY = '-----BEGIN KEY-----\nGeheimeZeile1MitVielText\n  GeheimeZeile2MitVielText\n-----END KEY-----'
  static final UNLOGGED = 'Stiller-Kanarienvogel-99'
  static final WHOLE = 'Ganz-verpackter-Vogel'
  static final PASSWORD = 'vault-password-of-the-matrix'

  /** What a run meets: the outcome is in each task's name. */
  static final PLAY = '''\
    play('Secrets') {
      hosts 'all'
      task('changed') {
        file path: dir, state: 'directory'
        copy dest: "$dir/plain", content: "pw=$canary\\nkey=$key\\n"
        copy dest: "$dir/edited", content: "user=app\\npassword=${canary}\\nlast=1\\n"
        lineinfile path: "$dir/edited", regexp: '^last=', line: "last=$whole"
        template src: 'all.j2', dest: "$dir/templated"
        setFact kept: "kept $canary", upper: canary.toUpperCase(), back: canary.reverse(), first: canary[0..9]
      }
      task('ok') {
        copy dest: "$dir/plain", content: "pw=$canary\\nkey=$key\\n"
        debug msg: "now $canary and $key and $whole and $url"
        debug msg: kept
        debug msg: "$upper $back $first ${canary.toLowerCase()} ${canary.bytes.encodeBase64()} ${canary.replace('Vogel', 'Spatz')}"
        debug msg: encoded
        debug msg: [all: [canary, key]]
        println "printed $canary"
        println([a: canary, b: [key]])
      }
      task('encodings') {
        ['cat', 'base64 -w 0', 'base64 -w 40', '(printf x; cat) | base64', "od -An -v -tx1 | tr -d ' \\\\n'"].each {
          shell it, stdin: canary, readOnly: true
          shell it + ' >&2; exit 1', stdin: key, ignoreErrors: true
        }
        def said = shell 'cat', stdin: canary, register: 'heard', readOnly: true
        println said.stdout
        debug msg: said.stdout.split('/')[0]
      }
      task('failed') {
        shell 'cat >&2; exit 3', stdin: canary, ignoreErrors: true
        fail "it is $canary"  , ignoreErrors: true
        command "true '$canary'", ignoreErrors: true
        shell "/bin/echo \\"${whole}\\"", ignoreErrors: true
        copy dest: "/nonexistent/$canary/x", content: canary, ignoreErrors: true
        shell "cat /dev/null; : '" + 'x' * 60 + canary, ignoreErrors: true
        attempt { fail canary } rescue { println "rescued ${it.message} $it" }
      }
      task('timeout') { shell 'cat; sleep 20', stdin: canary, timeout: 1.s, ignoreErrors: true }
      task('loop', loop: { [canary, "x$whole"] }) { debug msg: "item $item" }
      task('retry') { shell 'cat; exit 1', stdin: canary, retries: 1, delay: 0.s, ignoreErrors: true }
      task('skipped') { skip "because of $canary" }
      task('hidden', noLog: true) {
        shell "echo $quiet; echo $quiet >&2", readOnly: true
        shell "echo $quiet; exit 1", ignoreErrors: true
        copy dest: "$dir/quiet", content: quiet
        attempt { file path: '/tmp/x', state: quiet } rescue { }
      }
      handler('handle') { debug msg: 'x' }
    }
    play('Exceptions') {
      hosts 'all'
      task('exception') {
        switch (how) {
          case 'thrown': throw new IllegalStateException("thrown $canary")
          case 'bound': file path: '/tmp/x', state: canary; break
          case 'undefined': debug msg: broken; break
          default: template src: "${how}.j2", dest: "/tmp/$canary"
        }
      }
    }
    '''.stripIndent()

  static final TEMPLATE = '''\
    {{ canary }} {{ canary | upper }} {{ canary | b64encode }} {{ canary | hash('sha256') }} {{ canary[:12] }}
    {{ canary.swapcase() }} {{ canary | regex_replace('n', 'm') }} {{ key | indent(4) }} {{ canary | urlencode }} {{ url }}
    '''.stripIndent()

  /** A line that goes past all of kit. */
  static final CARELESS = '''    task('careless') {
        System.out.println("out $canary")
        System.err.println("err $canary")
      }
    }
    play('Exceptions') {'''

  /** Lays the secrets out beside the playbook; gives the options that open them. */
  static List<String> lay(Site site) {
    def key = new Secret('default', PASSWORD.bytes)
    def inline = { text -> '!vault |\n' + Vault.encrypt(text.getBytes('UTF-8'), key).readLines().collect { '  ' + it }.join('\n') + '\n' }
    site.write('group_vars/all/vault.yml', "canary: ${inline(CANARY)}key: ${inline(KEY)}")
    site.write('group_vars/all/vars.yml', '''\
      url: "https://app:{{ canary | urlencode }}@example.org/{{ whole }}"
      encoded: "{{ canary | b64encode }} {{ canary | upper }} {{ canary | hash('md5') }} {{ canary | reverse }} {{ canary | replace('Vogel', 'Meise') }}"
      broken: "{{ canary | from_json }}"
      '''.stripIndent())
    def whole = 'whole: ' + WHOLE + '\nwhole_url: "db://{{ canary }}:' + WHOLE + '"\n'
    site.write('group_vars/all/whole.yml', Vault.encrypt(whole.bytes, key))
    site.write('group_vars/all/quiet.yml', "quiet: $UNLOGGED\n")
    site.write('templates/all.j2', TEMPLATE)
    ['--vault-password-file', site.write('password', PASSWORD + '\n') as String]
  }

  /** The forms of the secrets that a text holds, with what stands around them. */
  static List<String> hits(String text) {
    def flat = text.replaceAll(/\n\s*/, '')
    FORMS.collect { form ->
      int at = text.indexOf(form)
      int broken = at < 0 && form.length() > 16 ? flat.indexOf(form) : -1
      at >= 0 ? around(text, at) : broken >= 0 ? around(flat, broken) : null
    }.findAll()
  }

  private static String around(String text, int at) { text[Math.max(0, at - 80)..<Math.min(text.length(), at + 120)] }

  private static final List<String> FORMS = forms()

  private static List<String> forms() {
    def forms = [OLD, UNLOGGED]
    def derived = [CANARY.toUpperCase(), CANARY.toLowerCase(), CANARY.reverse(), CANARY[0..9], CANARY.replace('Vogel', 'Spatz'),
      CANARY.replace('Vogel', 'Meise'), CANARY.split('/')[0], CANARY.md5(), CANARY.digest('SHA-256')]
    for (secret in [CANARY, WHOLE, *derived, *KEY.readLines()*.trim().findAll { it.contains('Geheim') }]) {
      def bytes = secret.getBytes('UTF-8')
      forms += [secret, secret.replace("'", "'\\''"), secret.replace("'", "\\'"), URLEncoder.encode(secret, 'UTF-8'),
        URLEncoder.encode(secret, 'UTF-8').replace('+', '%20'), secret.replace('\\', '\\\\').replace('"', '\\"'),
        bytes.encodeHex() as String, secret.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')]
      3.times { before ->
        def coded = (('A' * before).bytes.toList() + bytes.toList() + [66, 66, 66] as byte[]).encodeBase64() as String
        forms << coded.substring(Math.ceil(before * 8 / 6) as int, ((before + bytes.length) * 8).intdiv(6))
      }
    }
    // a piece in the middle: half a secret is a secret too
    forms << CANARY[4..13] << CANARY[-10..-1] << WHOLE[5..14]
    forms.unique()
  }
}
