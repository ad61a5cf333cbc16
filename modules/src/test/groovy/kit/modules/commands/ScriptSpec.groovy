package kit.modules.commands

import static kit.modules.Calls.make

import kit.fixture.FakeHost
import kit.fixture.ShellHost
import kit.fixture.Shells
import kit.spi.Change
import kit.spi.Plan
import kit.spi.PlanException
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class ScriptSpec extends Specification {
  @TempDir File place

  @Requires(value = { data.shell.present }, reason = 'this shell is not installed')
  def "a script runs by what its first line says in #shell: #text.readLines()[0]"() {
    given:
    def host = shell.host()
    host.sources = ['x.sh': text]

    expect:
    fields(host, make(Script, [cmd: 'x.sh a "b c" $HOME', chdir: '/usr'] + more)).subMap(['rc', 'stdout', 'stderr']) ==
      [rc: rc, stdout: out, stderr: err]

    where:
    [shell, row] << [Shells.all(), [
      ['#!/bin/sh\nprintf "%s|" "$@"; pwd; cat\n', [:], 0, 'a|b c|$HOME|/usr', ''],
      ['printf "%s|" "$@"\necho oh >&2; exit 3', [:], 3, 'a|b c|$HOME|', 'oh'],
      ['#!/bin/bash -e\n[[ $1 == a ]] && echo yes; false; echo no\n', [:], 1, 'yes', ''],
      ['#! /usr/bin/env /bin/bash\necho "${BASH_VERSION:+bash} $#"', [:], 0, 'bash 3', ''],
      ['#!/usr/bin/perl -w\nprint join("+", @ARGV), "\\n";', [:], 0, 'a+b c+$HOME', ''],
      ['#!/bin/false\necho "$1"', [executable: '/bin/bash -u'], 0, 'a', ''],
      ['#!/bin/sh\n# ' + 'x' * 100_000 + '\necho "$1"', [:], 0, 'a', ''],
    ]].combinations()
    text = row[0]
    more = row[1]
    rc = row[2]
    out = row[3]
    err = row[4]
  }

  def "the script's text is in no argument list and in no environment"() {
    given:
    def host = new ShellHost(['dash'])
    host.sources = ['x': '#!/bin/sh\nSECRET=hush-hush; tr "\\0" "\\n" < /proc/$$/cmdline; env']

    expect:
    def out = fields(host, make(Script, cmd: 'x')).stdout
    out.contains('/dev/fd/9')
    !out.contains('hush')
  }

  def "does not run when creates or removes say so"() {
    given:
    def host = new ShellHost(['dash'])
    host.sources = [x: 'exit']

    expect:
    host.plan(make(Script, cmd: 'x', creates: place.path)) instanceof Plan.Unchanged
    host.plan(make(Script, cmd: 'x', removes: "$place/none")) instanceof Plan.Unchanged
    host.plan(make(Script, cmd: 'x', creates: "$place/none")) instanceof Change
  }

  def "a script that only reads changes nothing"() {
    given:
    def host = new FakeHost(sources: [x: 'uptime'])

    expect:
    make(Script, cmd: 'x', readOnly: true).plan(host).reading()
    make(Script, cmd: 'x').plan(host).opaque()
  }

  def "refuses #cmd"() {
    when:
    make(Script, [cmd: cmd] + more).plan(new FakeHost(
      sources: [ok: 'x', crlf: '#!/bin/sh\r\necho', none: '#!  \n', elf: '\u007fELF\0']))

    then:
    def e = thrown(PlanException)
    e.message.contains(message)

    where:
    cmd     | more              || message
    ' '     | [:]               || 'nothing to run'
    'gone'  | [:]               || "no file 'gone'"
    'crlf'  | [:]               || 'line ends of Windows'
    'none'  | [:]               || 'no interpreter'
    'elf'   | [:]               || 'binary'
    'ok'    | [executable: ' '] || 'executable is empty'
  }

  private static Map fields(ShellHost host, Script script) {
    def plan = host.plan(script)
    plan.reader().apply(plan.steps().collect { host.step(it) })
  }
}
