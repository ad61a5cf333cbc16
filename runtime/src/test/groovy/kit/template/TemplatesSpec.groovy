package kit.template

import java.nio.file.Files
import java.nio.file.Path
import kit.inventory.Inventory
import kit.inventory.InventoryLoader
import kit.model.KitException
import kit.spi.Source
import kit.spi.TemplateStyle
import kit.vars.ExtraVars
import kit.vars.HostVars
import kit.vars.Variables
import kit.vault.Vault
import spock.lang.Specification
import spock.lang.TempDir

class TemplatesSpec extends Specification {
  @TempDir Path folder

  def 'renders #text'() {
    expect:
    render(text, TemplateStyle.ANSIBLE) == out

    where:
    text                                             || out
    'plain { text }'                                 || 'plain { text }'
    'port {{ port }}\n'                              || 'port 80\n'
    'port {{port}}\n\n'                              || 'port 80\n\n'
    '{{ site.name }}:{{ site["ports"][1] }}'         || 'shop:81'
    '{{ site.ports }} {{ flag }} {{ nothing }}.'     || '[80, 81] True .'
    '{% for p in site.ports %}\n- {{ p }}\n{% endfor %}\nend\n' || '- 80\n- 81\nend\n'
    '{% if port == 80 %}\nyes\n{% endif %}\n'        || 'yes\n'
    '{# note #}\n{{ port }}'                         || '80'
    '{{ "{{ x }}" }}'                                || '{{ x }}'
    '{{ evil }} {{ evil | upper }}'                  || '{{ port }} {{ PORT }}'
    'a\r\nb {{ port }}\r\n'                          || 'a\nb 80\n'
    '{{ missing | default("none") }}'                || 'none'
    '{{ missing is defined }}{{ port is defined }}'  || 'FalseTrue'
  }

  def 'names the line of what is wrong in #text'() {
    when:
    render(text, TemplateStyle.ANSIBLE)

    then:
    KitException e = thrown()
    e.problems()[0].location().toString() - "$folder/" == where
    e.problems()[0].message().contains(message)

    where:
    text                                     || where      | message
    'a\nb {{ prot }}\n'                      || 't.j2:2'   | "'prot' has no value"
    'a\n{% if true %}\n{{ prot }}{% endif %}' || 't.j2:3'  | 'prot'
    'a\n\n{{ site.nmae }}'                   || 't.j2:3'   | "'site' has no 'nmae'"
    '{{ site["ports"][7] }}'                 || 't.j2:1'   | "'site['ports']' has no 7"
    '{% for p in [1] %}\n{{ p.x.y }}{% endfor %}' || 't.j2:2' | "'p' has no 'x'"
    'a\n{{ port | nosuchfilter }}'           || 't.j2:2:11' | "there is no filter 'nosuchfilter'"
    'a\n{{ port is nosuchtest }}'            || 't.j2:2:12' | "there is no test 'nosuchtest'"
    '\n{{ lookup("nosuch") }}'               || 't.j2:2'   | "there is no lookup 'nosuch'"
    '\n{% include "nosuch.j2" %}'            || 't.j2:2'   | 'nosuch.j2'
    '\n{% include "../t.j2" %}'              || 't.j2:2'   | '../t.j2'
    '\n{% endfor %}'                         || 't.j2:2:4' | "'endfor' closes nothing"
    '\n{# open'                              || 't.j2:2:1' | 'the comment that begins here is not closed'
    '{% if true %}\n\n'                      || 't.j2:1:4' | "'if' is not closed"
    '{% if true %}\n{% for x in y %}{% endif %}' || 't.j2:2:20' | "'endif' stands within the 'for' of line 2"
    'a {{ "b }}'                             || 't.j2:1:6' | 'the text that begins here is not closed'
    'a {{ b }'                               || 't.j2:1:8' | "unexpected '}'"
    '{{ 1\n+ }}'                             || 't.j2:2:3'  | 'end of print statement'
    '{% macro m() %}\n{{ 1 / 0 }}{% endmacro %}\n\n{{ m() }}' || 't.j2:2' | 'division by zero'
    '#jinja2: trim_blocks: False\n\n{{ prot }}' || 't.j2:3' | 'prot'
    '#jinja2: nonsense: True\n'              || 't.j2:1'   | "no setting 'nonsense'"
    '{{ range(99999999999) }}'               || 't.j2:1'   | 'longer'
    '{{ 9 ** 99999999 }}'                    || 't.j2:1'   | 'bits'
    '{{ "x" * 999999999 }}'                  || 't.j2:1'   | 'longer'
    '{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}' || 't.j2:1' | 'without end'
  }

  def 'follows the style #style'() {
    expect:
    render('a\n  {% if true %}\nb\n  {% endif %}\n', style) == out

    where:
    style                                  || out
    TemplateStyle.ANSIBLE                  || 'a\n  b\n  \n'
    new TemplateStyle(true, true, '\n')    || 'a\nb\n'
    new TemplateStyle(true, true, '\r\n')  || 'a\r\nb\r\n'
  }

  def 'includes and imports what lies beside the template'() {
    given:
    Files.writeString(folder.resolve('part.j2'), 'port {{ port }}')
    Files.writeString(folder.resolve('macros.j2'), '{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}')

    expect:
    render('{% include "part.j2" %}|{% import "macros.j2" as m %}{{ m.twice("a") }}', TemplateStyle.ANSIBLE) == 'port 80|aa'
  }

  def 'names the file and line of a mistake in an included template'() {
    given:
    Files.writeString(folder.resolve('part.j2'), 'one\n{{ prot }}')

    when:
    render('\n{% include "part.j2" %}', TemplateStyle.ANSIBLE)

    then:
    KitException e = thrown()
    e.problems()[0].location().toString() == "$folder/part.j2:2"
  }

  def 'extends what lies in the templates folder'() {
    given:
    Path base = Files.createDirectories(folder.resolve('templates')).resolve('base.j2')
    Files.writeString(base, '<{% block a %}A{% endblock %}|{% block b %}B{% endblock %}>')

    expect:
    render('{% extends "base.j2" %}lost{% block a %}{{ super() }}+{{ port }}{% endblock %}', TemplateStyle.ANSIBLE) == '<A+80|B>'
  }

  def 'looks up #expression'() {
    given:
    Files.writeString(Files.createDirectories(folder.resolve('files')).resolve('motd'), 'hello\n')
    Files.writeString(folder.resolve('users.csv'), 'anna,1001\nbert,1002\n')
    Files.writeString(folder.resolve('app.ini'), '[db]\nhost = db1\n')
    Files.writeString(folder.resolve('part.j2'), 'port {{ port }}\n')

    expect:
    render("{{ $expression }}", TemplateStyle.ANSIBLE) - "$folder/" == out

    where:
    expression                                                    || out
    "lookup('file', 'motd')"                                      || 'hello'
    "lookup('template', 'part.j2')"                               || 'port 80\n'
    "lookup('csvfile', 'bert file=users.csv delimiter=,')"        || '1002'
    "lookup('ini', 'host', section='db', file='app.ini')"         || 'db1'
    "lookup('first_found', ['nope', 'users.csv'])"                || 'users.csv'
    "lookup('vars', 'port')"                                      || '80'
    "query('varnames', '^por')"                                   || "['port']"
    "query('sequence', 'start=1 end=3 format=web%02d')"           || "['web01', 'web02', 'web03']"
    "query('together', [1, 2], [3])"                              || '[[1, 3], [2, None]]'
    "lookup('dict', {'a': 1})"                                    || "{'key': 'a', 'value': 1}"
    "lookup('pipe', 'echo hi')"                                   || 'hi'
    "lookup('file', 'nope', errors='ignore')"                     || ''
  }

  def 'keeps a password that was made once'() {
    given:
    String text = "{{ lookup('password', '$folder/secret length=12 chars=digits') }}"

    expect:
    render(text, TemplateStyle.ANSIBLE) ==~ /\d{12}/
    render(text, TemplateStyle.ANSIBLE) == render(text, TemplateStyle.ANSIBLE)
  }

  def 'changes no variable when a template appends to one'() {
    expect:
    render('{% set _ = site.ports.append(1) %}{{ site.ports }}', TemplateStyle.ANSIBLE) == '[80, 81, 1]'
    render('{{ site.ports }}', TemplateStyle.ANSIBLE) == '[80, 81]'
  }

  def 'gives the value #text as #value'() {
    expect:
    new Templates().value(text, vars(new Templates()), kit.model.Location.NONE) == value

    where:
    text                                 || value
    '{{ port }}'                         || 80
    '{{ port + 1 }}'                     || 81
    '{{ site.ports }}'                   || [80, 81]
    '{{ site.ports | map("string") }}'   || ['80', '81']
    '{{ {"a": (1, 2)} }}'                || [a: [1, 2]]
    '{{ nothing }}'                      || null
    'x{{ port }}'                        || 'x80'
    '{{ "[1, 2" ~ "]" }}'                || [1, 2]
    '{{ [1, 2] | to_json }}'             || '[1, 2]'
    "{{ 'a1' | regex_replace('(\\d)', '<\\1>') }}" || 'a<1>'
  }

  def 'renders for many threads at once'() {
    given:
    Templates templates = new Templates()
    HostVars vars = vars(templates)
    String text = '{% for i in range(20) %}{{ i }}{{ port }}{% endfor %}'

    when:
    List results = (1..40).parallelStream().map {
      templates.render(new Source('t.j2', text.bytes, 0644, false), vars, TemplateStyle.ANSIBLE)
    }.toList()

    then:
    results.toSet() == [(0..<20).collect { "${it}80" }.join('')] as Set
  }

  private String render(String text, TemplateStyle style) {
    Templates templates = new Templates()
    templates.render(new Source("$folder/t.j2", text.bytes, 0644, false), vars(templates), style)
  }

  private static HostVars vars(Templates templates) {
    Vault vault = new Vault([])
    Inventory inventory = new InventoryLoader(vault).load(['h,'])
    Map extra = ExtraVars.parse(['{"port": 80, "flag": true, "nothing": null, "site": {"name": "shop", "ports": [80, 81]}}'], vault)
    HostVars vars = new Variables(inventory, Optional.empty(), extra, vault, templates).host('h')
    vars.set('evil', '{{ port }}', kit.model.Location.NONE)
    vars
  }
}
