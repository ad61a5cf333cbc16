package kit.repl

import spock.lang.Specification

class RemotePathsSpec extends Specification {

  def "a path between #quote is written as Groovy reads it"() {
    expect:
    RemotePaths.of(listing, '/x/', quote) == paths

    where:
    listing            | quote || paths
    'a\nb c/\n'        | "'"   || ['/x/a', '/x/b c/']
    "it's\n"           | "'"   || ["/x/it\\'s"]
    "it's\n"           | '"'   || ["/x/it's"]
    'a"b\n$HOME\n'     | '"'   || ['/x/a\\"b', '/x/\\$HOME']
    '$HOME\n'          | "'"   || ['/x/$HOME']
    'back\\slash\n'    | "'"   || ['/x/back\\\\slash']
    ''                 | "'"   || []
  }

  def "names that would steer the terminal are not told"() {
    expect:
    RemotePaths.of("one\n\u001b]0;title\u0007\ntwo\u001b[31m\nthree\n", '/', "'") == ['/one', '/three']
  }
}
