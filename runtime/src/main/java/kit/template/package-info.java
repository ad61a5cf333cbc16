/** Renders templates. The only package that imports jinjava, and only {@code Jinja*} in it do. */
package kit.template;
