package org.picklejar.builtins.ast;

import java.util.ArrayList;
import org.picklejar.builtins.CompileBuiltins;
import org.picklejar.builtins.SourceDecoder;
import org.picklejar.compile.Compilation;
import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyBytes;
import org.picklejar.core.PyCode;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyList;
import org.picklejar.core.PyModule;
import org.picklejar.core.PyObject;
import org.picklejar.core.PySingleton;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.modules.Arguments;
import org.picklejar.modules.ModuleBuilder;
import org.picklejar.ops.Buffers;
import org.picklejar.ops.Values;
import org.picklejar.source.Diagnostic;
import org.picklejar.source.Span;
import org.picklejar.symbols.Scope;
import org.picklejar.symbols.SymbolFlags;
import org.picklejar.symbols.SymbolTable;
import org.picklejar.syntax.Node;
import org.picklejar.syntax.ParseOptions;
import org.picklejar.syntax.Parser;
import org.picklejar.syntax.SourceTokens;

/** {@code _ast_bridge}: parsing to node objects and compiling them, for {@code _ast}. */
public final class AstBridgeModule {
    private static final int FUTURE_ANNOTATIONS = 0x1000000;
    private static final int TOP_LEVEL_AWAIT = 0x2000;

    private AstBridgeModule() {}

    public static PyModule create(Execution x) {
        return new ModuleBuilder("_ast_bridge")
                .tail("install(convert, compile, /)", (e, convert, compile) -> {
                    e.machine.helpers.put("ast_convert", convert);
                    e.machine.helpers.put("ast_compile", compile);
                    return PySingleton.NONE;
                })
                .tail("parse(source, filename, mode, /)", AstBridgeModule::parse)
                .tail("symbols(source, filename, mode, /)", (e, source, file, mode) -> symbols(source, file, mode))
                .tail("tokens(text, filename, /)", (e, text, file) -> tokens(text.toString(), file.toString()))
                .tailN("compile(tree, filename, mode, flags, /)", AstBridgeModule::compile)
                .build();
    }

    private static PyObject parse(Execution x, PyObject source, PyObject file, PyObject mode) {
        byte[] bytes = Buffers.bytesOrNull(source);
        String text = Values.payload(source) instanceof PyBytes || bytes != null
                ? SourceDecoder.decode(bytes)
                : Arguments.text(source, "compile() arg 1");
        try {
            Node.Mod tree = tree(text, file.toString(), mode.toString());
            if (!(x.machine.modules.get("_ast") instanceof PyModule ast)) {
                throw Errors.of(ExceptionTypes.IMPORT_ERROR, "_ast, whose part this is, is not imported");
            }
            return new TreeToNodes(ast.namespace(), text).convert(tree);
        } catch (Diagnostic d) {
            throw CompileBuiltins.syntaxError(d);
        }
    }

    private static Node.Mod tree(String text, String file, String mode) throws Diagnostic {
        return switch (mode) {
            case "eval" -> Parser.parseExpression(text.stripLeading(), file, ParseOptions.DEFAULT);
            case "single" -> Parser.parseInteractive(text, file, ParseOptions.DEFAULT);
            default -> Parser.parseModule(text, file, ParseOptions.DEFAULT);
        };
    }

    /**
     * The scopes of a program, see {@link #scope(Scope)}.
     *
     * @param source str without null characters, or bytes
     */
    private static PyObject symbols(PyObject source, PyObject file, PyObject mode) {
        String text =
                Values.payload(source) instanceof PyStr s ? s.toString() : SourceDecoder.decode(Buffers.bytes(source));
        try {
            Node.Mod tree = tree(text, file.toString(), mode.toString());
            return scope(SymbolTable.build(tree, file.toString(), text).scopeOf(tree));
        } catch (Diagnostic d) {
            throw CompileBuiltins.syntaxError(d);
        }
    }

    /** A tuple of type, name, line, whether it is nested, list of parameters, dict of the names, and a list of such tuples. */
    private static PyTuple scope(Scope s) {
        PyDict names = new PyDict();
        SymbolFlags.of(s).forEach((name, flags) -> names.put(PyStr.of(name), PyInt.of(flags)));
        PyList children = new PyList();
        for (Scope c : SymbolFlags.children(s)) {
            children.append(scope(c));
        }
        return PyTuple.of(
                PyInt.of(SymbolFlags.type(s)),
                PyStr.of(SymbolFlags.name(s)),
                PyInt.of(SymbolFlags.line(s)),
                PyInt.of(SymbolFlags.isNested(s) ? 1 : 0),
                PyList.of(s.parameters().stream().map(PyStr::of).toList()),
                names,
                children);
    }

    /** A list of (kind, text, (line, column), (line, column)), and the SyntaxError that ended it or None. */
    private static PyObject tokens(String text, String file) {
        SourceTokens tokens = SourceTokens.of(text, file);
        PyList out = new PyList();
        for (SourceTokens.Item i : tokens.items()) {
            Span s = i.span();
            out.append(PyTuple.of(
                    PyStr.of(i.kind()),
                    PyStr.of(i.text()),
                    PyTuple.of(PyInt.of(s.line()), PyInt.of(s.column())),
                    PyTuple.of(PyInt.of(s.endLine()), PyInt.of(s.endColumn()))));
        }
        return PyTuple.of(
                out, tokens.error() == null ? PySingleton.NONE : CompileBuiltins.syntaxError(tokens.error()).value);
    }

    private static PyObject compile(Execution x, PyObject[] a) {
        NodesToTree n = new NodesToTree(x);
        Node.Mod tree = n.root(a[0]);
        int flags = Values.toInt(x, a[3]);
        Compilation.Options o =
                new Compilation.Options((flags & FUTURE_ANNOTATIONS) != 0, true, false, (flags & TOP_LEVEL_AWAIT) != 0);
        try {
            return new PyCode(Compilation.compile(tree, "", a[1].toString(), o, new ArrayList<>()));
        } catch (Diagnostic d) {
            throw CompileBuiltins.syntaxError(d);
        }
    }
}
