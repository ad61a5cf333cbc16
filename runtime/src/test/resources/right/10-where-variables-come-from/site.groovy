// variables of all sources
play('Sources') {
  hosts 'prod:!db', 'web1'
  vars own: 1, computed: { weight }
  varsFiles 'vars/common.yml'
  varsPrompt 'release', 'Which?', default: 'stable'
  task('T', vars: [inner: 2]) {
    debug msg: "$own $computed $fromFile $release $inner $domain $grouped $hosted $extra"
    block(vars: [deeper: 3]) { debug msg: deeper }
    debug msg: token, vars: [token: 'x']
    def asked = ask('Go on?', name: 'answer', default: 'yes')
    debug msg: asked
    if (inventory_hostname in groups) debug msg: group_names.join(',') + playbook_dir
  }
}
