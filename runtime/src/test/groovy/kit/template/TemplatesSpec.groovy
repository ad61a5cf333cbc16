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
    'a\nb {{ prot }}\n'                      || 't.j2:2'   | "'prot' has no value for h"
    'a\n{% if true %}\n{{ prot }}{% endif %}' || 't.j2:3'  | 'prot'
    'a\n\n{{ site.nmae }}'                   || 't.j2:3'   | "'site' has no 'nmae'"
    '{% for p in [1] %}\n{{ p.x.y }}{% endfor %}' || 't.j2:2' | "'p.x.y' has no value"
    'a\n{{ port | nosuchfilter }}'           || 't.j2:2'   | "there is no filter 'nosuchfilter'"
    '\n{% for p in site.ports if p > 80 %}{% endfor %}' || 't.j2:2' | 'condition on a for loop'
    '\n{% for p in [] %}{% else %}x{% endfor %}' || 't.j2:2' | 'else on a for loop'
    '\n{% include "nosuch.j2" %}'            || 't.j2:2'   | 'nosuch.j2'
    '\n{% endfor %}'                         || 't.j2:2'   | 'Missing start tag'
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
