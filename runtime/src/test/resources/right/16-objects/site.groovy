// methods that take closures and objects
play('Objects') {
  hosts 'web'
  task('T') {
    def text = new StringBuilder()
    text.with { append('a'); append('b') }
    def list = [].tap { add(1) }
    def map = [:].withDefault { key -> key * 2 }
    debug msg: "$text $list ${map['x']}"
    def stamp = new Date(0).format('yyyy')
    def sorted = [[name: 'b'], [name: 'a']].sort { it.name }*.name
    def total = [1, 2].sum { it * 2 } + [1, 2].max { -it }
    debug msg: sorted.toString() + total + stamp.size()
    def nested = [a: [b: [c: 1]]]
    nested.a.b.c = 2
    nested['d'] = 3
    list << 5
    list += 6
    debug msg: "${nested.a.b.c} ${list.size()} ${'%05d'.formatted(5)} ${'a-b'.split('-').toList()}"
    assertNothing('x')
  }
}

def assertNothing(String what) { what.isEmpty() ? null : what }
