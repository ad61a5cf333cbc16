// variables that may be missing
play('Optional') {
  hosts 'web'
  task('T') {
    if (has('proxy')) debug msg: proxy
    if (defined('mirror')) { debug msg: mirror } else { debug msg: 'none' }
    debug msg: vars?.colour ?: 'red'
    debug msg: vars['shade'] ?: 'dark'
    debug msg: vars.get('tone') ?: 'warm'
    debug msg: facts?.virtual?.type ?: facts.get('swap')
    debug msg: facts['zfs'] ?: "$facts.os.name"
    debug msg: facts.network.interfaces.keySet().join(',') + facts.mounts.size() + facts.mounts*.path
    debug msg: "${facts.network.default.address} ${facts.memory.total} ${facts.date.epoch}"
    template src: 't.j2', dest: '/t'
  }
}
