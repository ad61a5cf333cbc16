package kit.catalog

import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class ModuleDocSpec extends Specification {

  @TempDir
  Path output

  def 'shows what a record and its Javadoc say'() {
    given:
    def javac = new Javac(output)
    assert javac.compile('site.FileLine': '''\
      package site;
      import java.util.*;
      import kit.spi.*;
      import kit.spi.Module;
      /**
       * Keeps a line in a file. The rest of the description is long enough to be wrapped at the end of a terminal line.
       * <p>It may have:
       * <ul>
       *   <li>one thing
       *   <li>{@code another<String>}
       * </ul>
       *
       * <pre>{@code
       * fileLine path: '/etc/hosts', line: '127.0.0.1 localhost'
       * }</pre>
       *
       * <pre>{@code
       * fileLine {
       *
       *   x
       * }
       * }</pre>
       *
       * @param path the file
       * @param state whether the line is there
       * @param line the line; empty for an empty line
       * @param timeout how long to wait
       * @param owner who owns the file
       */
      record FileLine(
          @Alias({"dest", "file_name"}) String path,
          @Default("present") State state,
          @Default("") String line,
          @Shadows @Default("5m") java.time.Duration timeout,
          Optional<String> owner)
          implements Module {
        enum State { PRESENT, ABSENT }
        public Plan plan(Host host) { return Plan.unchanged(""); }
      }
      '''.stripIndent())

    when:
    def doc = ModuleCatalog.load(javac.loader()).find('file_line').get().doc()

    then:
    doc.summary() == 'Keeps a line in a file.'
    doc.examples() == ["fileLine path: '/etc/hosts', line: '127.0.0.1 localhost'", 'fileLine {\n\n  x\n}']
    doc.text() == '''\
      fileLine
        Keeps a line in a file.

        The rest of the description is long enough to be wrapped at the end of a
        terminal line.

        It may have:
        - one thing
        - another<String>

      Arguments
        path: text; required; also called dest, fileName
            the file
        state: present or absent; default present
            whether the line is there
        line: text; default ''
            the line; empty for an empty line
        timeout: a duration such as 60, '90s' or '5m'; default 5m
            how long to wait
        owner: text
            who owns the file

      Options
        Every call also takes notify, become, becomeUser, becomeMethod, register,
        ignoreErrors, changedWhen, failedWhen, until, retries, delay, env, check,
        diff, tags, delegateTo, runOnce, noLog, when, vars, throttle, async, poll,
        options. The option timeout is given as options: [timeout: ...], because the
        argument of this name comes first.

      Examples
        fileLine path: '/etc/hosts', line: '127.0.0.1 localhost'

        fileLine {

          x
        }
      '''.stripIndent()
  }

  def 'a record that the processor has not seen shows its arguments'() {
    expect:
    ModuleType.of(Parcel).doc().examples() == []
    ModuleType.of(Parcel).doc().text().contains('\n  state: present, latest or absent; default present\n')
  }
}
