// files of tasks, constant and computed
play('Includes') {
  hosts 'web'
  vars channel: 'stable'
  include 'tasks/web.groovy', tags: 'web', vars: [flavour: 'plain']
  include { "tasks/${facts.os.family}.groovy" }
  task('In a body') { include 'tasks/more.groovy' }
}
