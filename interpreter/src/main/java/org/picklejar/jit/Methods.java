package org.picklejar.jit;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The methods that compiled code calls, by their names. */
final class Methods {
    private static final Map<Class<?>, Map<String, Method>> FOUND = new ConcurrentHashMap<>();

    private Methods() {}

    /** The only public static method of a class with that name. */
    static Method find(Class<?> c, String name) {
        Method m = FOUND.computeIfAbsent(c, Methods::all).get(name);
        if (m == null) {
            throw new IllegalArgumentException(c + " has no method " + name);
        }
        return m;
    }

    private static Map<String, Method> all(Class<?> c) {
        Map<String, Method> out = new HashMap<>();
        for (Method m : c.getDeclaredMethods()) {
            if (Modifier.isPublic(m.getModifiers()) && Modifier.isStatic(m.getModifiers())) {
                out.put(m.getName(), m);
            }
        }
        return out;
    }
}
