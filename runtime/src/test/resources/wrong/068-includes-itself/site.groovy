// a file of tasks that includes itself
play('Site') {
  hosts 'web'
  include 'tasks/web.groovy'
}
