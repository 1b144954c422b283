package org.picklejar.builtins;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.picklejar.code.CodeObject;
import org.picklejar.compile.Compilation;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.Frame;
import org.picklejar.core.Names;
import org.picklejar.core.PyBaseException;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCell;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.core.PyType;
import org.picklejar.core.Slot;
import org.picklejar.interp.CurrentFrame;
import org.picklejar.interp.FrameType;
import org.picklejar.interp.FunctionType;
import org.picklejar.interp.PyGenerator;
import org.picklejar.interp.PythonFrame;
import org.picklejar.modules.AuditHooks;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Finish;
import org.picklejar.ops.Values;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.ProgramWarning;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;

/** {@code compile}, {@code exec} and {@code eval}. */
public final class CompileBuiltins {
    private static final int FUTURE_ANNOTATIONS = 0x1000000;
    private static final int ONLY_AST = 0x400;
    private static final int TOP_LEVEL_AWAIT = 0x2000;

    private CompileBuiltins() {}

    public static void addTo(ModuleBuilder b) {
        b.tailN(
                        "compile(source, filename, mode, flags: index = 0, dont_inherit=False, optimize: index = -1, *, _feature_version=-1) -- "
                                + "Compile source text into a code object that exec() or eval() runs.\n\nmode is 'exec' for a module, 'single' for one interactive statement, 'eval' for an expression.",
                        CompileBuiltins::compile)
                .tailN(
                        "exec(source, /, globals=None, locals=None, *, closure=None) -- "
                                + "Run source text or a code object, with the given globals and locals.",
                        CompileBuiltins::exec)
                .tailN(
                        "eval(source, /, globals=None, locals=None) -- "
                                + "Return the value of an expression given as text or code object.",
                        CompileBuiltins::eval);
    }

    private static PyObject compile(Execution x, PyObject[] a) {
        String file = Values.payload(a[1]) instanceof PyBytes p
                ? new String(p.value, StandardCharsets.UTF_8)
                : Values.str(a[1], "compile() arg 2").toString();
        String mode = Values.str(a[2], "compile() argument 'mode'").toString();
        int flags = Values.toInt(a[3]);
        if (!mode.equals("exec") && !mode.equals("eval") && !mode.equals("single") && !mode.equals("func_type")) {
            throw Errors.valueError("compile() mode must be 'exec', 'eval' or 'single'");
        }
        AuditHooks.tell(x, "compile", Values.payload(a[0]) instanceof PyStr s ? bytes(s) : a[0], a[1]);
        if (a[0] instanceof PyCode) {
            return a[0];
        }
        PyObject convert = x.machine.helpers.get("ast_convert");
        if ((flags & ONLY_AST) != 0 && convert != null) {
            return x.call(convert, a[0], PyStr.of(file), PyStr.of(mode), PyInt.of(flags));
        }
        if (!(Values.payload(a[0]) instanceof PyStr) && !isBytes(a[0])) {
            PyObject compileTree = x.machine.helpers.get("ast_compile");
            if (compileTree == null) {
                throw Errors.typeError("compile() arg 1 must be a string, bytes or AST object");
            }
            return x.call(compileTree, a[0], PyStr.of(file), PyStr.of(mode), PyInt.of(flags));
        }
        int optimize = Values.toInt(a[5]);
        Compilation.Options options = new Compilation.Options(
                (flags & FUTURE_ANNOTATIONS) != 0, optimize <= 0, false, (flags & TOP_LEVEL_AWAIT) != 0);
        return new PyCode(compile(x, text(a[0]), file, mode, options, false));
    }

    private static PyBytes bytes(PyStr s) {
        return new PyBytes(s.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isBytes(PyObject o) {
        return Values.payload(o) instanceof PyBytes;
    }

    /** The source text: str, or bytes in UTF-8 or what its encoding line says. */
    static String text(PyObject source) {
        PyObject v = Values.payload(source);
        if (v instanceof PyStr s) {
            if (s.toString().indexOf('\0') >= 0) {
                throw Errors.of(ExceptionTypes.SYNTAX_ERROR, PyStr.of("source code string cannot contain null bytes"));
            }
            return s.toString();
        }
        return SourceDecoder.decode(((PyBytes) v).value);
    }

    /** Compiles, with errors as the guest's SyntaxError; what is odd goes to the guest's warnings. */
    public static CodeObject compile(
            Execution x, String text, String file, String mode, Compilation.Options options, boolean legacy) {
        List<ProgramWarning> warnings = new ArrayList<>();
        CodeObject code = compile(text, file, mode, options, legacy, warnings);
        for (ProgramWarning w : warnings) {
            warn(x, w, text, file);
        }
        return code;
    }

    /** Where the program's filters make an error of the warning, a SyntaxError is raised in its place. */
    private static void warn(Execution x, ProgramWarning w, String text, String file) {
        try {
            x.callAndWaitNested(
                    x.machine.helpers.get("syntax_warning"),
                    PyStr.of(w.message()),
                    PyStr.of(file),
                    PyInt.of(w.span().line()));
        } catch (PyException e) {
            if (!e.value.type().isSubtypeOf(ExceptionTypes.SYNTAX_WARNING)) {
                throw e;
            }
            String line = text.lines()
                    .skip(Math.max(0, w.span().line() - 1))
                    .findFirst()
                    .orElse(null);
            throw syntaxError(new Diagnostic(Diagnostic.Kind.SYNTAX, w.message(), file, w.span(), line));
        }
    }

    /** Compiles, with errors as the guest's SyntaxError. */
    public static CodeObject compile(
            String text,
            String file,
            String mode,
            Compilation.Options options,
            boolean legacy,
            List<ProgramWarning> warnings) {
        try {
            ParseOptions parse = new ParseOptions(legacy, warnings);
            Node.Mod tree = mode.equals("eval")
                    ? Parser.parseExpression(text.stripLeading(), file, parse)
                    : mode.equals("single")
                            ? Parser.parseInteractive(text, file, parse)
                            : Parser.parseModule(text, file, parse);
            return Compilation.compile(tree, text, file, options, warnings);
        } catch (Diagnostic d) {
            throw syntaxError(d);
        }
    }

    /** The guest exception for a diagnostic. */
    public static PyException syntaxError(Diagnostic d) {
        boolean block = d.getMessage().startsWith("expected an indented block");
        PyType type = switch (d.kind()) {
            case INDENTATION -> ExceptionTypes.INDENTATION_ERROR;
            case TAB -> ExceptionTypes.TAB_ERROR;
            default -> block ? ExceptionTypes.INDENTATION_ERROR : ExceptionTypes.SYNTAX_ERROR;
        };
        PyObject none = PySingleton.NONE;
        PyStr msg = PyStr.of(d.getMessage());
        PyStr file = PyStr.of(d.fileName());
        PyObject line = PyInt.of(d.span().line());
        PyObject offset = PyInt.of(d.span().column() + 1);
        PyObject text = d.lineText() == null
                ? none
                : PyStr.of(d.lineText().endsWith("\n") ? d.lineText() : d.lineText() + "\n");
        PyObject endLine = PyInt.of(d.span().endLine());
        PyObject endOffset = PyInt.of(d.span().endColumn() + 1);
        PyBaseException e =
                new PyBaseException(type, PyTuple.of(msg, PyTuple.of(file, line, offset, text, endLine, endOffset)));
        e.setMember("msg", msg);
        e.setMember("filename", file);
        e.setMember("lineno", line);
        e.setMember("offset", offset);
        e.setMember("text", text);
        e.setMember("end_lineno", endLine);
        e.setMember("end_offset", endOffset);
        return new PyException(e);
    }

    private static PyObject exec(Execution x, PyObject[] a) {
        needVariables(x, a[1], a[2]);
        PyCode code = a[0] instanceof PyCode c ? c : source(x, a[0], "exec", "exec");
        AuditHooks.tell(x, "exec", code);
        PythonFrame f = frame(x, "exec", code, a[1], a[2]);
        int needed = code.code.freeNames.length;
        if (needed > 0) {
            if (!(a[3] instanceof PyTuple cells)) {
                throw Errors.typeError("code object requires a closure of exactly length %d", needed);
            }
            for (int i = 0; i < needed; i++) {
                f.registers[code.code.firstFree() + i] = (PyCell) cells.get(i);
            }
        } else if (a[3] != PySingleton.NONE) {
            throw Errors.typeError("cannot use a closure with this code object");
        }
        Frame caller = x.top;
        return Finish.RETURN_A.on(x, caller, x.push(f), PySingleton.NONE, null);
    }

    /** Before anything that cannot be done twice, as a warning about the source. */
    private static void needVariables(Execution x, PyObject globals, PyObject locals) {
        if (globals == PySingleton.NONE && locals == PySingleton.NONE) {
            CurrentFrame.needVariables(x, CurrentFrame.of(x));
        }
    }

    private static PyObject eval(Execution x, PyObject[] a) {
        needVariables(x, a[1], a[2]);
        PyCode code = a[0] instanceof PyCode c ? c : source(x, a[0], "eval", "eval");
        AuditHooks.tell(x, "exec", code);
        if (code.code.freeNames.length > 0) {
            throw Errors.typeError("code object passed to eval() may not contain free variables");
        }
        PythonFrame f = frame(x, "eval", code, a[1], a[2]);
        if ((code.flags & CodeObject.COROUTINE) != 0) {
            return new PyGenerator(PyGenerator.Kind.COROUTINE, f, code, PyStr.of("<module>"), PyStr.of("<module>"));
        }
        return x.push(f);
    }

    private static PyCode source(Execution x, PyObject o, String mode, String function) {
        if (!(Values.payload(o) instanceof PyStr) && !isBytes(o)) {
            throw Errors.typeError("%s() arg 1 must be a string, bytes or code object", function);
        }
        String text = text(o);
        PythonFrame f = CurrentFrame.of(x);
        boolean inherits = f != null && (f.code.flags & FUTURE_ANNOTATIONS) != 0;
        return new PyCode(
                compile(x, text, "<string>", mode, new Compilation.Options(inherits, true, false, false), false));
    }

    private static PythonFrame frame(Execution x, String function, PyCode code, PyObject globals, PyObject locals) {
        PythonFrame caller = CurrentFrame.of(x);
        PyObject g = globals;
        PyObject l = locals;
        if (g == PySingleton.NONE) {
            g = caller.globals;
            if (l == PySingleton.NONE) {
                l = FrameType.locals(caller);
            }
        } else if (l == PySingleton.NONE) {
            l = g;
        }
        if (!(g instanceof PyDict d)) {
            throw Errors.typeError(
                    function.equals("exec") ? "exec() globals must be a dict, not %s" : "globals must be a dict",
                    g.type().name());
        }
        if (l.type().binary(Slot.GETITEM) == null) {
            throw Errors.typeError(
                    function.equals("exec") ? "locals must be a mapping or None, not %s" : "locals must be a mapping",
                    l.type().name());
        }
        if (d.get(Names.BUILTINS) == null) {
            d.put(Names.BUILTINS, x.machine.builtins);
        }
        return new PythonFrame(code, d, FunctionType.builtinsOf(d, x.machine.builtins), l);
    }
}
