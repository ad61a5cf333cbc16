// tags everywhere
play('Tags', tags: 'site') {
  hosts 'web'
  task('A', tags: 'a, b') { ping tags: 'c' }
  block(tags: ['d']) { task('B') { ping options: [tags: 'e'] } }
  tags 'f'
}
