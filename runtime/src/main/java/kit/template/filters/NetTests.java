package kit.template.filters;
final class NetTests implements kit.template.python.Group { public Object call(String n, Object[] a) { throw new kit.template.python.PythonError("STUB " + n); } }
