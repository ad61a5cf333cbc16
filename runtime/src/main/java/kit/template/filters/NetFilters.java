package kit.template.filters;
final class NetFilters implements kit.template.python.Group { public Object call(String n, Object[] a) { throw new kit.template.python.PythonError("STUB " + n); } }
