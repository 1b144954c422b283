package org.picklejar.pickle;

import java.lang.reflect.Constructor;
import org.picklejar.core.Errors;
import org.picklejar.core.NativeFrame;

/**
 * Names of builtins in progress, for pickles: the class name under the project's package and a version, such as {@code ops.FinishFrame/1}.
 * A pickle can name only subclasses of {@link NativeFrame} that have an empty constructor.
 */
final class NativeFrames {
    private static final String PACKAGE = "org.picklejar.";
    private static final String VERSION = "/1";

    private NativeFrames() {}

    static String nameOf(NativeFrame f) {
        String name = f.getClass().getName();
        if (!name.startsWith(PACKAGE) || constructor(f.getClass()) == null) {
            throw Errors.typeError("cannot pickle '%s' in progress", f.getClass().getSimpleName());
        }
        return name.substring(PACKAGE.length()) + VERSION;
    }

    private static Constructor<?> constructor(Class<?> c) {
        try {
            Constructor<?> k = c.getDeclaredConstructor();
            k.setAccessible(true);
            return k;
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    static NativeFrame make(String name) {
        if (!name.endsWith(VERSION)) {
            throw Errors.valueError("unknown builtin in progress: %s", name);
        }
        try {
            Class<?> c = Class.forName(PACKAGE + name.substring(0, name.length() - VERSION.length()));
            Constructor<?> k = NativeFrame.class.isAssignableFrom(c) ? constructor(c) : null;
            if (k != null) {
                return (NativeFrame) k.newInstance();
            }
        } catch (ReflectiveOperationException | LinkageError e) {
            throw Errors.valueError("unknown builtin in progress: %s", name);
        }
        throw Errors.valueError("unknown builtin in progress: %s", name);
    }
}
