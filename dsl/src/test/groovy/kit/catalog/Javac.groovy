package kit.catalog

import java.nio.file.Files
import java.nio.file.Path
import javax.tools.DiagnosticCollector
import javax.tools.JavaFileObject
import javax.tools.SimpleJavaFileObject
import javax.tools.StandardLocation
import javax.tools.ToolProvider

/** Compiles sources given as text, with the processor. */
class Javac {
  final Path output
  List<String> problems = []

  Javac(Path output) { this.output = output }

  /** @param sources text by class name */
  boolean compile(Map<String, String> sources) {
    def compiler = ToolProvider.systemJavaCompiler
    def diagnostics = new DiagnosticCollector<JavaFileObject>()
    def files = compiler.getStandardFileManager(diagnostics, null, null)
    files.setLocation(StandardLocation.CLASS_OUTPUT, [output.toFile()])
    files.setLocation(StandardLocation.CLASS_PATH, [output.toFile(), classes(kit.spi.Module)])
    def options = ['--release', '17', '-Xlint:all,-options,-processing', '-Werror']
    def task = compiler.getTask(null, files, diagnostics, options, null, sources.collect { name, text -> source(name, text) })
    task.processors = [new ModuleProcessor()]
    def good = task.call()
    problems = diagnostics.diagnostics.collect { "${it.source?.name}:${it.lineNumber}: ${it.getMessage(null)}".toString() }
    files.close()
    good
  }

  String resource(String path) {
    def file = output.resolve(path)
    Files.exists(file) ? Files.readString(file) : null
  }

  URLClassLoader loader() { new URLClassLoader([output.toUri().toURL()] as URL[], getClass().classLoader) }

  private static File classes(Class<?> type) { new File(type.protectionDomain.codeSource.location.toURI()) }

  private static JavaFileObject source(String name, String text) {
    def uri = URI.create("string:///${name.replace('.', '/')}.java")
    new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
      @Override
      CharSequence getCharContent(boolean ignoreEncodingErrors) { text }
    }
  }
}
