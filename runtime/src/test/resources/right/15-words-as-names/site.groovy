// variables called like words of plays, and Groovy names
play('Names') {
  hosts 'web'
  vars owner: 'ann', delegate: 'x', metaClass1: 1, thisHost: 'y', it_name: 'z', hosts_count: 2, serial_number: 7
  task('T') {
    def order = [1]
    def tags = ['a']
    debug msg: "$owner $delegate $metaClass1 $thisHost $it_name $hosts_count $serial_number $order $tags"
    def map = [file: 1, copy: 2, 'command': 3]
    debug msg: "${map.file} ${map['copy']} ${map.command}"
    template src: 't.j2', dest: '/t', vars: [file: 'x', service: 'y', debug: true]
  }
}
