package org.picklejar.core;

/** Attribute names that the interpreter uses. */
public final class Names {
    public static final PyStr MODULE = PyStr.of("__module__");
    public static final PyStr NAME = PyStr.of("__name__");
    public static final PyStr QUALNAME = PyStr.of("__qualname__");
    public static final PyStr DOC = PyStr.of("__doc__");
    public static final PyStr DICT = PyStr.of("__dict__");
    public static final PyStr CLASS = PyStr.of("__class__");
    public static final PyStr SLOTS = PyStr.of("__slots__");
    public static final PyStr BUILTINS = PyStr.of("__builtins__");
    public static final PyStr FILE = PyStr.of("__file__");
    public static final PyStr ALL = PyStr.of("__all__");
    public static final PyStr PATH = PyStr.of("__path__");
    public static final PyStr SPEC = PyStr.of("__spec__");
    public static final PyStr LOADER = PyStr.of("__loader__");
    public static final PyStr PACKAGE = PyStr.of("__package__");
    public static final PyStr ANNOTATIONS = PyStr.of("__annotations__");
    public static final PyStr TYPE_PARAMS = PyStr.of("__type_params__");
    public static final PyStr SET_NAME = PyStr.of("__set_name__");
    public static final PyStr INIT_SUBCLASS = PyStr.of("__init_subclass__");
    public static final PyStr CLASS_GETITEM = PyStr.of("__class_getitem__");
    public static final PyStr CLASSCELL = PyStr.of("__classcell__");
    public static final PyStr MRO_ENTRIES = PyStr.of("__mro_entries__");
    public static final PyStr PREPARE = PyStr.of("__prepare__");
    public static final PyStr ORIG_BASES = PyStr.of("__orig_bases__");
    public static final PyStr INIT = PyStr.of("__init__");
    public static final PyStr NEW = PyStr.of("__new__");
    public static final PyStr ABSTRACT_METHODS = PyStr.of("__abstractmethods__");
    public static final PyStr IS_ABSTRACT_METHOD = PyStr.of("__isabstractmethod__");
    public static final PyStr WEAKREF = PyStr.of("__weakref__");
    public static final PyStr GETATTR = PyStr.of("__getattr__");
    public static final PyStr HASH = PyStr.of("__hash__");
    public static final PyStr EQ = PyStr.of("__eq__");
    public static final PyStr MISSING = PyStr.of("__missing__");
    public static final PyStr REVERSED = PyStr.of("__reversed__");
    public static final PyStr LENGTH_HINT = PyStr.of("__length_hint__");
    public static final PyStr DIR = PyStr.of("__dir__");
    public static final PyStr INSTANCECHECK = PyStr.of("__instancecheck__");
    public static final PyStr SUBCLASSCHECK = PyStr.of("__subclasscheck__");
    public static final PyStr WRAPPED = PyStr.of("__wrapped__");
    public static final PyStr BYTES = PyStr.of("__bytes__");
    public static final PyStr COMPLEX = PyStr.of("__complex__");
    public static final PyStr TRUNC = PyStr.of("__trunc__");
    public static final PyStr ROUND = PyStr.of("__round__");
    public static final PyStr SEND = PyStr.of("send");
    public static final PyStr THROW = PyStr.of("throw");
    public static final PyStr CLOSE = PyStr.of("close");
    public static final PyStr KEYS = PyStr.of("keys");
    public static final PyStr ITEMS = PyStr.of("items");
    public static final PyStr VALUE = PyStr.of("value");
    public static final PyStr MRO = PyStr.of("mro");

    private Names() {}
}
