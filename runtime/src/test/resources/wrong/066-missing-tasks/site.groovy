// a file of tasks that is not there
play('Site') {
  hosts 'web'
  include 'tasks/web.groovy'
}
