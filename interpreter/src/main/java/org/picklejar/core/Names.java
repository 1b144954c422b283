package org.picklejar.core;

/** Attribute names that the interpreter uses. */
public final class Names {
    public static final PyStr MODULE = Interned.of("__module__");
    public static final PyStr NAME = Interned.of("__name__");
    public static final PyStr QUALNAME = Interned.of("__qualname__");
    public static final PyStr DOC = Interned.of("__doc__");
    public static final PyStr DICT = Interned.of("__dict__");
    public static final PyStr CLASS = Interned.of("__class__");
    public static final PyStr SLOTS = Interned.of("__slots__");
    public static final PyStr BUILTINS = Interned.of("__builtins__");
    public static final PyStr FILE = Interned.of("__file__");
    public static final PyStr ALL = Interned.of("__all__");
    public static final PyStr PATH = Interned.of("__path__");
    public static final PyStr SPEC = Interned.of("__spec__");
    public static final PyStr LOADER = Interned.of("__loader__");
    public static final PyStr PACKAGE = Interned.of("__package__");
    public static final PyStr ANNOTATIONS = Interned.of("__annotations__");
    public static final PyStr TYPE_PARAMS = Interned.of("__type_params__");
    public static final PyStr SET_NAME = Interned.of("__set_name__");
    public static final PyStr INIT_SUBCLASS = Interned.of("__init_subclass__");
    public static final PyStr CLASS_GETITEM = Interned.of("__class_getitem__");
    public static final PyStr CLASSCELL = Interned.of("__classcell__");
    public static final PyStr MRO_ENTRIES = Interned.of("__mro_entries__");
    public static final PyStr PREPARE = Interned.of("__prepare__");
    public static final PyStr ORIG_BASES = Interned.of("__orig_bases__");
    public static final PyStr INIT = Interned.of("__init__");
    public static final PyStr NEW = Interned.of("__new__");
    public static final PyStr ABSTRACT_METHODS = Interned.of("__abstractmethods__");
    public static final PyStr IS_ABSTRACT_METHOD = Interned.of("__isabstractmethod__");
    public static final PyStr WEAKREF = Interned.of("__weakref__");
    public static final PyStr GETATTR = Interned.of("__getattr__");
    public static final PyStr HASH = Interned.of("__hash__");
    public static final PyStr EQ = Interned.of("__eq__");
    public static final PyStr MISSING = Interned.of("__missing__");
    public static final PyStr REVERSED = Interned.of("__reversed__");
    public static final PyStr LENGTH_HINT = Interned.of("__length_hint__");
    public static final PyStr DIR = Interned.of("__dir__");
    public static final PyStr INSTANCECHECK = Interned.of("__instancecheck__");
    public static final PyStr SUBCLASSCHECK = Interned.of("__subclasscheck__");
    public static final PyStr WRAPPED = Interned.of("__wrapped__");
    public static final PyStr BYTES = Interned.of("__bytes__");
    public static final PyStr COMPLEX = Interned.of("__complex__");
    public static final PyStr TRUNC = Interned.of("__trunc__");
    public static final PyStr ROUND = Interned.of("__round__");
    public static final PyStr SEND = Interned.of("send");
    public static final PyStr THROW = Interned.of("throw");
    public static final PyStr CLOSE = Interned.of("close");
    public static final PyStr KEYS = Interned.of("keys");
    public static final PyStr ITEMS = Interned.of("items");
    public static final PyStr VALUE = Interned.of("value");
    public static final PyStr MRO = Interned.of("mro");

    private Names() {}
}
