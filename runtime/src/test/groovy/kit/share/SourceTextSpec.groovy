package kit.share

import java.nio.file.Files
import java.nio.file.Path
import kit.model.KitException
import kit.model.Location
import spock.lang.Specification
import spock.lang.TempDir

class SourceTextSpec extends Specification {

  @TempDir Path temp

  def '#text is a #kind called #name'() {
    given:
    Files.createDirectories(temp.resolve('dir/nginx/tasks'))

    when:
    def source = new SourceText(temp, Location.NONE).read(text)

    then:
    source.class.simpleName == kind
    source.name() == name

    where:
    text                                      || kind        | name
    'git+https://host/a/nginx.git#v1.0'       || 'Git'       | 'nginx'
    'https://host/a/nginx.git'                || 'Git'       | 'nginx'
    'git+ssh://git@host:22/a/nginx#feature/x' || 'Git'       | 'nginx'
    'git@host:team/nginx.git#v1'              || 'Git'       | 'nginx'
    'file:///srv/git/nginx'                   || 'Git'       | 'nginx'
    'org.example.roles:nginx:1.0'             || 'Maven'     | 'nginx'
    'org.example:nginx:jar:kit:1.0-SNAPSHOT'  || 'Maven'     | 'nginx'
    'org.example:nginx:[1.0,2.0)'             || 'Maven'     | 'nginx'
    'dir/nginx'                               || 'Directory' | 'nginx'
    'x/nginx-1.0.tar.gz'                      || 'Archive'   | 'nginx-1.0'
    'nginx.jar'                               || 'Archive'   | 'nginx'
  }

  def 'refuses #text'() {
    when:
    new SourceText(temp, Location.NONE).read(text)

    then:
    thrown(KitException)

    where:
    text << [
      '', 'nowhere', '-x', '--upload-pack=touch x', 'git+--upload-pack=x', 'git+-u', 'ext::sh -c touch x',
      'git+ext::sh -c touch% x', 'http://host/x.git', 'git+http://host/x', 'git://host/x', 'ftp://host/x',
      'ssh://-oProxyCommand=touch/x', 'git@-oProxyCommand=x:y', 'git@host:-x', 'ssh://git@-oX=y/x', 'git+fd::3',
      'https://host/x.git#-x', 'https://host/x.git#--output=x', 'https://host/x.git#a..b', 'https://host/x.git#a b',
      'https://host/x.git#a;b', 'https://host/x y.git', 'https://host/$(x)', 'https://host/`x`', "https://host/x'y",
      'https://', 'a:b', 'a:b:../../x', 'a:b:c d', '::', 'a::c', 'a:b:c:d:e:f', "a:b:c\nd",
    ]
  }

  def 'no role is called #name'() {
    when:
    new SourceText(temp, Location.NONE).name(name)

    then:
    thrown(KitException)

    where:
    name << ['', '.', '..', '-x', '.git', 'a/b', '../x', 'a b', 'a\u0000', 'a' * 100, 'gr\u00fcn']
  }
}
