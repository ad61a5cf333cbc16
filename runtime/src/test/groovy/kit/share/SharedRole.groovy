package kit.share

import java.nio.file.Files
import java.nio.file.Path
import kit.run.Ran

/** A role that others use, and a fresh project that has nothing yet. */
class SharedRole {

  final Path temp
  final Path role
  final Path project
  final Path touched
  private String greeting = 'hello'

  SharedRole(Path temp) {
    this.temp = temp
    role = temp.resolve('work/hello')
    project = Files.createDirectories(temp.resolve('project'))
    touched = temp.resolve('touched')
    fill()
  }

  /** The role; its scripts would touch a file if anything ran them. */
  private void fill() {
    [
      'meta/main.yml': 'description: Says hello\nparams:\n  target: {type: str, required: true}\n  greeting: {default: hello}\n',
      'tasks/main.groovy': """new File('$touched').text = 'run'
task('Greet') { template src: 'greeting.j2', dest: target, notify: 'greeted' }
""",
      'handlers/main.groovy': "handler('greeted') { println \"greeted \$target\" }\n",
      'templates/greeting.j2': "{{ greeting }} from {{ inventory_hostname }}, $greeting\n",
      '.gitattributes': '* filter=evil\n',
    ].each { name, text ->
      Files.createDirectories(role.resolve(name).parent)
      Files.writeString(role.resolve(name), text)
    }
  }

  void change() {
    greeting = 'changed'
    fill()
  }

  Path getRepositoryOfGit() { role }

  String getRepository() { temp.resolve('maven').toUri().toString() }

  /** The role as a tag of a git repository. */
  String git(String version) {
    if (!Files.exists(role.resolve('.git'))) sh 'git', 'init', '-q', '.'
    sh 'git', 'add', '-A'
    sh 'git', '-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false', 'commit', '-q', '-m', version, '--allow-empty'
    sh 'git', 'tag', '-f', "v$version"
    "git+file://$role#v$version"
  }

  /** The role in a Maven repository that is a directory. */
  String maven(String version) {
    def ran = kit('role', 'package', role as String, '--group', 'org.example.roles', '--version', version, '--into', "$temp/maven")
    assert ran.code == 0: ran
    def local = temp.resolve('local/org')
    if (Files.exists(local)) Trees.delete(local)
    "org.example.roles:hello:$version"
  }

  String archive(String version) {
    def file = temp.resolve('hello.tar.gz')
    sh 'tar', '-C', "$temp/work", '-czf', file as String, '--exclude=.git', 'hello'
    file
  }

  String directory(String version) { role }

  Path write(String name, String text) {
    def file = project.resolve(name)
    Files.createDirectories(file.parent)
    Files.writeString(file, text)
  }

  /** Runs kit in the project; Maven's settings name a local repository and the shared one. */
  Ran kit(String... arguments) {
    def settings = temp.resolve('settings.xml')
    Files.writeString(settings, """<settings><localRepository>$temp/local</localRepository>
      <mirrors><mirror><id>here</id><mirrorOf>central</mirrorOf><url>$repository</url></mirror></mirrors></settings>""")
    def java = Path.of(System.getProperty('java.home'), 'bin', 'java') as String
    def more = arguments.size() > 1 && arguments[0] == 'role' ? ['--settings', settings as String] : []
    def builder = new ProcessBuilder(
      [java, '-XX:TieredStopAtLevel=1', '-Xshare:auto', '-cp', System.getProperty('java.class.path'), 'kit.cli.Main',
        *arguments, *more])
    builder.environment() << [HOME: temp as String, XDG_CACHE_HOME: "$temp/cache" as String, TERM: 'dumb']
    builder.directory(project.toFile())
    def (out, err) = ['out', 'err'].collect { temp.resolve(it).toFile() }
    def process = builder.redirectInput(new File('/dev/null')).redirectOutput(out).redirectError(err).start()
    int code = process.waitFor()
    new Ran(code: code, out: out.text, err: err.text, seconds: 0)
  }

  private void sh(String... command) {
    def process = new ProcessBuilder(command).directory(role.toFile()).redirectErrorStream(true).start()
    def said = process.inputStream.text
    assert process.waitFor() == 0: said
  }
}
