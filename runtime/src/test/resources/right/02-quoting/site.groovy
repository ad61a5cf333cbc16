// text in all its forms
play('Quotes') {
  hosts 'web'
  task('T') {
    command 'echo $HOME "{{ not a template }}" ${NOT}'
    shell "echo \$HOME \${x} | awk '{ print \$1 }'"
    shell """
      for f in /etc/*; do
        echo "\$f"
      done
    """
    shell '''
      awk '{ print $1 }' /etc/passwd
    '''
    shell $/echo $$HOME/$
    command(/grep -E ^\d+$ \/etc\/hosts/.toString())
    debug msg: "a { b } ( c ] // no comment /* none */"
    copy dest: '/etc/x', content: 'it\'s // fine {'
  }
}
