package org.picklejar.builtins;

import org.picklejar.core.Errors;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Keys;
import org.picklejar.core.Names;
import org.picklejar.core.PyBool;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyFunction;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyInteger;
import org.picklejar.core.PyList;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.Slot;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.FrameType;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Arithmetic;
import org.picklejar.ops.Attributes;
import org.picklejar.ops.Classes;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Text;
import org.picklejar.ops.Values;

/** The builtin functions except those about iteration and about compiling. */
public final class CoreBuiltins {
    private CoreBuiltins() {}

    public static void addTo(ModuleBuilder b) {
        b.tail("abs(x, /) -- Return the absolute value of a number.", (x, o) -> Arithmetic.unary(x, Slot.ABS, o))
                .tail(
                        "ascii(obj, /) -- Return a printable text of an object in which characters outside ASCII are escaped.",
                        Text::ascii)
                .function(
                        "bin(number: index, /) -- Return the binary digits of an integer as text, as in '0b1010'.",
                        o -> base(o, 2, "0b"))
                .function(
                        "oct(number: index, /) -- Return the octal digits of an integer as text, as in '0o52'.",
                        o -> base(o, 8, "0o"))
                .function(
                        "hex(number: index, /) -- Return the hexadecimal digits of an integer as text, as in '0x2a'.",
                        o -> base(o, 16, "0x"))
                .function(
                        "callable(obj, /) -- "
                                + "Tell whether an object can be called, as functions, methods and classes can.",
                        (PyObject o) -> (PyObject) PyBool.of(o.type().call(Slot.CALL) != null))
                .tail(
                        "chr(i: index, /) -- Return the character of a Unicode code point, 0 to 0x10ffff.",
                        CoreBuiltins::chr)
                .tail(
                        "delattr(obj, name, /) -- Delete an attribute by name: delattr(x, 'y') does what del x.y does.",
                        CoreBuiltins::deleteAttribute)
                .tail(
                        "dir(object=<unset>, /) -- "
                                + "Return the sorted names that an object has.\n\nWithout an argument: the names of the current scope.",
                        CoreBuiltins::dir)
                .tail(
                        "divmod(x, y, /) -- Return the quotient and the remainder, (x // y, x % y).",
                        (x, p, q) -> Arithmetic.binary(x, Slot.DIVMOD, p, q))
                .tail(
                        "format(value, format_spec='', /) -- Return the text of a value by a format specification, as f-strings do.",
                        (x, o, spec) -> {
                            if (!(Values.payload(spec) instanceof PyStr)) {
                                throw Errors.typeError(
                                        "format() argument 2 must be str, not %s",
                                        spec.type().name());
                            }
                            return Text.format(x, o, spec);
                        })
                .tail(
                        "getattr(object, name, default=<unset>, /) -- "
                                + "Get an attribute by name: getattr(x, 'y') is x.y.\n\nWith a third argument, that is returned when there is no such attribute.",
                        CoreBuiltins::getAttribute)
                .tail(
                        "hasattr(obj, name, /) -- Tell whether an object has an attribute of that name.",
                        CoreBuiltins::hasAttribute)
                .tail(
                        "hash(obj, /) -- Return the hash of an object; objects that are equal have the same.",
                        CoreBuiltins::hash)
                .function(
                        "id(obj, /) -- "
                                + "Return the identity of an object: a number that no other living object has.",
                        (PyObject o) -> (PyObject) Text.identity(o))
                .tail(
                        "isinstance(obj, class_or_tuple, /) -- "
                                + "Tell whether an object is an instance of a class, or of one of several given as a tuple or union.",
                        Classes::isInstance)
                .tail(
                        "issubclass(cls, class_or_tuple, /) -- "
                                + "Tell whether a class derives from another, or from one of several given as a tuple or union.",
                        Classes::isSubclass)
                .function("ord(c, /) -- Return the Unicode code point of a character.", (PyObject o) -> ord(o))
                .tail(
                        "pow(base, exp, mod=None) -- "
                                + "Return base ** exp; with mod, base ** exp % mod, computed fast for integers.",
                        (x, p, q, m) -> m == PySingleton.NONE
                                ? Arithmetic.binary(x, Slot.POW, p, q)
                                : Arithmetic.pow(x, p, q, m))
                .tail(
                        "repr(obj, /) -- Return the text that represents an object, for most objects as Python source.",
                        Text::repr)
                .tail(
                        "round(number, ndigits=None) -- Round a number to some decimal digits; without ndigits to an integer.",
                        CoreBuiltins::round)
                .tail(
                        "setattr(obj, name, value, /) -- Set an attribute by name: setattr(x, 'y', v) does what x.y = v does.",
                        CoreBuiltins::setAttribute)
                .tail(
                        "vars(object=<unset>, /) -- Return the __dict__ of an object.\n\nWithout an argument: what locals() gives.",
                        CoreBuiltins::vars)
                .tail("globals() -- Return the dict of the current module's names.", x -> CurrentFrame.of(x).globals)
                .tail("locals() -- Return the current scope's variables as a dict.", CoreBuiltins::locals)
                .tail(
                        "aiter(async_iterable, /) -- Return the asynchronous iterator of an asynchronous iterable.",
                        (x, o) -> {
                            Slot.Unary f = o.type().unary(Slot.AITER);
                            if (f == null) {
                                throw Errors.typeError(
                                        "'%s' object is not an async iterable",
                                        o.type().name());
                            }
                            return f.apply(x, o);
                        })
                .tail(
                        "anext(async_iterator, default=<unset>, /) -- "
                                + "Return the next item of an asynchronous iterator, to be awaited.\n\nThe default, if given, comes at the end.",
                        (x, o, d) -> {
                            Slot.Unary f = o.type().unary(Slot.ANEXT);
                            if (f == null) {
                                throw Errors.typeError(
                                        "'%s' object is not an async iterator",
                                        o.type().name());
                            }
                            return d == null ? f.apply(x, o) : x.call(x.machine.helpers.get("anext_default"), o, d);
                        })
                .frame(
                        "print(*args, sep=' ', end='\\n', file=None, flush: bool = False) -- "
                                + "Write values to a stream, by default sys.stdout.\n\nsep stands between the values, end behind the last; file is an object with write(); flush writes the stream out at once.",
                        PrintFrame::new)
                .tailN(
                        "__build_class__(func, name, /, *bases, **kwds) -- Make a class; class statements call this.",
                        CoreBuiltins::buildClass);
    }

    /** None as the result of an operation that has none. {@code caller}: the top frame before it. */
    static PyObject none(Execution x, Frame caller, PyObject r) {
        return Finish.RETURN_A.on(x, caller, r, PySingleton.NONE, null);
    }

    private static PyObject deleteAttribute(Execution x, PyObject o, PyObject n) {
        Frame caller = x.top;
        return none(x, caller, Attributes.delete(x, o, attributeName(n)));
    }

    private static PyObject setAttribute(Execution x, PyObject o, PyObject n, PyObject v) {
        Frame caller = x.top;
        return none(x, caller, Attributes.set(x, o, attributeName(n), v));
    }

    private static PyStr attributeName(PyObject n) {
        if (Values.payload(n) instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(
                "attribute name must be string, not '%s'", n.type().name());
    }

    private static PyObject base(PyObject o, int radix, String prefix) {
        PyInteger i = (PyInteger) o;
        String digits = i.big().abs().toString(radix);
        return PyStr.of((i.signum() < 0 ? "-" : "") + prefix + digits);
    }

    private static PyObject chr(Execution x, PyObject o) {
        PyInteger i = (PyInteger) o;
        if (!i.isLong() || i.longValue() < 0 || i.longValue() > 0x10FFFF) {
            if (!i.isLong()) {
                throw Errors.overflowError("Python int too large to convert to C int");
            }
            throw Errors.valueError("chr() arg not in range(0x110000)");
        }
        return PyStr.ofCodePoint((int) i.longValue());
    }

    private static PyObject ord(PyObject o) {
        PyObject v = Values.payload(o);
        int n;
        if (v instanceof PyStr s) {
            n = s.length();
            if (n == 1) {
                return PyInt.of(s.codePointAt(0));
            }
        } else if (v instanceof PyBytes b) {
            n = b.value.length;
            if (n == 1) {
                return PyInt.of(b.value[0] & 0xff);
            }
        } else {
            throw Errors.typeError(
                    "ord() expected string of length 1, but %s found", o.type().name());
        }
        throw Errors.typeError("ord() expected a character, but string of length %d found", n);
    }

    private static PyObject dir(Execution x, PyObject o) {
        if (o == null) {
            CurrentFrame.needVariables(x, CurrentFrame.of(x));
            return dirOfFrame(x);
        }
        PyObject m = o.type().lookup(Names.DIR);
        if (m == null) {
            throw Errors.typeError("object does not provide __dir__");
        }
        Frame caller = x.top;
        return Finish.SORTED.on(x, caller, x.callSpecial(o, m, new PyObject[] {o}, null), null, null);
    }

    private static PyObject dirOfFrame(Execution x) {
        PyObject ns = FrameType.locals(CurrentFrame.of(x));
        return ns instanceof PyDict d ? sorted(x, d.keyArray()) : x.call(x.machine.helpers.get("sorted_keys"), ns);
    }

    private static PyObject sorted(Execution x, PyObject[] names) {
        PyList list = new PyList(names.clone(), names.length);
        return x.call(x.machine.builtins.get("sorted"), list);
    }

    private static PyObject getAttribute(Execution x, PyObject o, PyObject name, PyObject absent) {
        if (x.restoring) {
            return o.type().solidBase().binary(Slot.GETATTRIBUTE).apply(x, o, attributeName(name));
        }
        return absent == null
                ? Attributes.get(x, o, attributeName(name))
                : Attributes.get(x, o, attributeName(name), absent);
    }

    private static PyObject hasAttribute(Execution x, PyObject o, PyObject n) {
        Frame caller = x.top;
        PyObject v;
        try {
            v = Attributes.get(x, o, attributeName(n));
        } catch (PyException e) {
            return Finish.HASATTR.recover(x, e, null, null);
        }
        return Finish.HASATTR.on(x, caller, v, null, null);
    }

    private static PyObject hash(Execution x, PyObject o) {
        long plain = Keys.plainHash(o);
        if (plain != Keys.UNKNOWN) {
            return Keys.plainResult(o, plain);
        }
        Frame caller = x.top;
        return Finish.HASH_RESULT.on(x, caller, Keys.ask(x, o), null, null);
    }

    private static PyObject round(Execution x, PyObject o, PyObject digits) {
        PyObject m = o.type().lookup(Names.ROUND);
        if (m == null) {
            throw Errors.typeError(
                    "type %s doesn't define __round__ method", o.type().name());
        }
        return x.callSpecial(o, m, digits == PySingleton.NONE ? new PyObject[] {o} : new PyObject[] {o, digits}, null);
    }

    private static PyObject locals(Execution x) {
        PythonFrame f = CurrentFrame.of(x);
        CurrentFrame.needVariables(x, f);
        return FrameType.locals(f);
    }

    private static PyObject vars(Execution x, PyObject o) {
        if (o == null) {
            return locals(x);
        }
        PyObject d = Attributes.getNow(x, o, Names.DICT);
        if (d == null) {
            throw Errors.typeError("vars() argument must have __dict__ attribute");
        }
        return d;
    }

    private static PyObject buildClass(Execution x, PyObject[] a) {
        if (!(a[0] instanceof PyFunction f)) {
            throw Errors.typeError("__build_class__: func must be a function");
        }
        if (!(a[1] instanceof PyStr name)) {
            throw Errors.typeError("__build_class__: name is not a string");
        }
        return x.push(new BuildClassFrame(f, name, (PyTuple) a[2], (PyDict) a[3]));
    }
}
