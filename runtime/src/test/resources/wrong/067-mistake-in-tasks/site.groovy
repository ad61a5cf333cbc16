// a mistake in an included file
play('Site') {
  hosts 'web'
  include 'tasks/web.groovy'
}
