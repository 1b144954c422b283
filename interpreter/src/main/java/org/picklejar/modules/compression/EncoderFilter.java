package org.picklejar.modules.compression;

import org.picklejar.core.Errors;
import org.picklejar.core.ExceptionTypes;
import org.picklejar.core.Execution;
import org.picklejar.core.PyDict;
import org.picklejar.core.PyException;
import org.picklejar.core.PyInt;
import org.picklejar.core.PyObject;
import org.picklejar.core.PyStr;
import org.picklejar.core.PyTuple;
import org.picklejar.ops.Items;
import org.picklejar.ops.Values;
import org.picklejar.text.lzma.FilterSpec;
import org.tukaani.xz.ARMOptions;
import org.tukaani.xz.ARMThumbOptions;
import org.tukaani.xz.DeltaOptions;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.IA64Options;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.PowerPCOptions;
import org.tukaani.xz.SPARCOptions;
import org.tukaani.xz.UnsupportedOptionsException;
import org.tukaani.xz.X86Options;

/**
 * A filter as programs tell it, a dict, with what only compression needs.
 *
 * @param spec the filter and what decompression needs
 * @param mode fast or normal
 * @param niceLength matches of this length are good enough
 * @param finder the number of the match finder
 * @param depth how far it searches; 0 for a default
 */
record EncoderFilter(FilterSpec spec, long mode, long niceLength, long finder, long depth) {
    private static final String[] LZMA_KEYS = {
        "id", "preset", "dict_size", "lc", "lp", "pb", "mode", "nice_len", "mf", "depth"
    };
    private static final int HC3 = 3;
    private static final int HC4 = 4;
    private static final int BT2 = 18;
    private static final int BT4 = 20;
    private static final int LONGEST_MATCH = 273;
    private static final long LARGEST_DICTIONARY = 3L << 29;
    /** For each preset the number of bits of the size of its window. */
    private static final int[] DICTIONARY_BITS = {18, 20, 21, 22, 22, 23, 23, 24, 25, 26};

    private static final int[] FAST_DEPTHS = {4, 8, 24, 48};
    private static final long BYTE = 0xFF;

    /** The settings of a preset, null when there is none of this number. */
    static EncoderFilter preset(long id, long preset) {
        int level = (int) (preset & 0x1F);
        if (level > 9 || (preset & ~0x1F & ~LzmaModule.PRESET_EXTREME) != 0) {
            return null;
        }
        FilterSpec spec = new FilterSpec(id, 1L << DICTIONARY_BITS[level], 3, 0, 2, 0, 0);
        if ((preset & LzmaModule.PRESET_EXTREME) != 0) {
            boolean isShort = level == 3 || level == 5;
            return new EncoderFilter(
                    spec, LzmaModule.MODE_NORMAL, isShort ? 192 : LONGEST_MATCH, BT4, isShort ? 0 : 512);
        }
        if (level < FAST_DEPTHS.length) {
            int nice = level <= 1 ? 128 : LONGEST_MATCH;
            return new EncoderFilter(spec, LzmaModule.MODE_FAST, nice, level == 0 ? HC3 : HC4, FAST_DEPTHS[level]);
        }
        int nice = level == 4 ? 16 : level == 5 ? 32 : 64;
        return new EncoderFilter(spec, LzmaModule.MODE_NORMAL, nice, BT4, 0);
    }

    /** The filters of a sequence of dicts. */
    static EncoderFilter[] chain(Execution x, PyObject filters) {
        PyObject f = Values.payload(filters);
        if (f instanceof PyDict) {
            throw Errors.typeError("%s is not a sequence", filters.type().name());
        }
        int count = f instanceof PyTuple t ? t.size() : Items.lenNow(x, filters);
        if (count > FilterSpec.MOST) {
            throw Errors.valueError("Too many filters - liblzma supports a maximum of %d", FilterSpec.MOST);
        }
        EncoderFilter[] chain = new EncoderFilter[count];
        for (int i = 0; i < count; i++) {
            PyObject index = PyInt.of(i);
            chain[i] = of(x, x.await(() -> Items.get(x, filters, index)));
        }
        return chain;
    }

    static FilterSpec[] specs(EncoderFilter[] chain) {
        FilterSpec[] specs = new FilterSpec[chain.length];
        for (int i = 0; i < chain.length; i++) {
            specs[i] = chain[i].spec;
        }
        return specs;
    }

    /** The filter that a mapping tells. */
    static EncoderFilter of(Execution x, PyObject filter) {
        if (filter.type().lookup(PyStr.of("__getitem__")) == null) {
            throw Errors.typeError("Filter specifier must be a dict or dict-like object");
        }
        PyObject number;
        try {
            number = x.await(() -> Items.get(x, filter, PyStr.of("id")));
        } catch (PyException e) {
            if (e.is(ExceptionTypes.KEY_ERROR)) {
                throw Errors.valueError("Filter specifier must have an \"id\" entry");
            }
            throw e;
        }
        long id = LzmaModule.unsigned(number);
        PyDict d = Values.payload(filter) instanceof PyDict p ? p : null;
        if (id == FilterSpec.LZMA1 || id == FilterSpec.LZMA2) {
            return lzma(id, d);
        }
        if (id == FilterSpec.DELTA) {
            check(d, "delta", "id", "dist");
            long distance = option(d, "delta", "dist", 1);
            return plain(FilterSpec.delta((int) Math.min(distance, Integer.MAX_VALUE)));
        }
        if (id >= FilterSpec.X86 && id <= FilterSpec.SPARC) {
            check(d, "BCJ", "id", "start_offset");
            return plain(FilterSpec.machineCode(id, option(d, "BCJ", "start_offset", 0)));
        }
        throw Errors.valueError("Invalid filter ID: %s", Long.toUnsignedString(id));
    }

    private static EncoderFilter plain(FilterSpec spec) {
        return new EncoderFilter(spec, 0, 0, 0, 0);
    }

    private static PyException invalid(String kind) {
        return Errors.valueError("Invalid filter specifier for %s filter", kind);
    }

    /** Raises unless it is a dict with these keys at most. */
    private static void check(PyDict d, String kind, String... keys) {
        int known = 0;
        for (String k : keys) {
            known += d != null && d.get(k) != null ? 1 : 0;
        }
        if (d == null || known != d.size()) {
            throw invalid(kind);
        }
    }

    private static long option(PyDict d, String kind, String key, long otherwise) {
        PyObject v = d.get(key);
        try {
            return v == null ? otherwise : LzmaModule.unsigned32(v);
        } catch (PyException e) {
            throw invalid(kind);
        }
    }

    private static EncoderFilter lzma(long id, PyDict d) {
        PyObject presetOption = d == null ? null : d.get("preset");
        long preset = presetOption == null ? LzmaModule.PRESET_DEFAULT : LzmaModule.unsigned32(presetOption);
        EncoderFilter p = preset(id, preset);
        if (p == null) {
            throw LzmaModule.error("Invalid compression preset: " + preset);
        }
        String kind = "LZMA";
        check(d, kind, LZMA_KEYS);
        FilterSpec spec = new FilterSpec(
                id,
                option(d, kind, "dict_size", p.spec.dictionary()),
                (int) Math.min(option(d, kind, "lc", p.spec.lc()), BYTE),
                (int) Math.min(option(d, kind, "lp", p.spec.lp()), BYTE),
                (int) Math.min(option(d, kind, "pb", p.spec.pb()), BYTE),
                0,
                0);
        return new EncoderFilter(
                spec,
                option(d, kind, "mode", p.mode),
                option(d, kind, "nice_len", p.niceLength),
                option(d, kind, "mf", p.finder),
                option(d, kind, "depth", p.depth));
    }

    boolean isLzma1() {
        return spec.id() == FilterSpec.LZMA1;
    }

    /** Whether something can be compressed with these settings. */
    boolean isSupported() {
        if (!spec.isLast()) {
            return spec.hasRange();
        }
        return spec.hasRange()
                && spec.dictionary() >= LZMA2Options.DICT_SIZE_MIN
                && spec.dictionary() <= LARGEST_DICTIONARY
                && (mode == LzmaModule.MODE_FAST || mode == LzmaModule.MODE_NORMAL)
                && (finder >= HC3 && finder <= HC4 || finder >= BT2 && finder <= BT4)
                && niceLength >= (finder & 0xF)
                && niceLength <= LONGEST_MATCH;
    }

    /** The settings as XZ for Java takes them. Match finders that it has not are replaced by the next ones, windows that are too large by its largest. */
    FilterOptions options() throws UnsupportedOptionsException {
        if (spec.isLast()) {
            LZMA2Options o = new LZMA2Options();
            o.setDictSize((int) Math.min(spec.dictionary(), LZMA2Options.DICT_SIZE_MAX));
            o.setLcLp(spec.lc(), spec.lp());
            o.setPb(spec.pb());
            o.setMode((int) mode);
            o.setNiceLen((int) Math.max(niceLength, LZMA2Options.NICE_LEN_MIN));
            o.setMatchFinder(finder <= HC4 ? LZMA2Options.MF_HC4 : LZMA2Options.MF_BT4);
            o.setDepthLimit((int) Math.min(depth, Integer.MAX_VALUE));
            return o;
        }
        if (spec.id() == FilterSpec.DELTA) {
            return new DeltaOptions(spec.distance());
        }
        int start = (int) spec.start();
        return switch ((int) spec.id()) {
            case (int) FilterSpec.X86 -> starting(new X86Options(), X86Options::setStartOffset, start);
            case (int) FilterSpec.POWERPC -> starting(new PowerPCOptions(), PowerPCOptions::setStartOffset, start);
            case (int) FilterSpec.IA64 -> starting(new IA64Options(), IA64Options::setStartOffset, start);
            case (int) FilterSpec.ARM -> starting(new ARMOptions(), ARMOptions::setStartOffset, start);
            case (int) FilterSpec.ARM_THUMB -> starting(new ARMThumbOptions(), ARMThumbOptions::setStartOffset, start);
            default -> starting(new SPARCOptions(), SPARCOptions::setStartOffset, start);
        };
    }

    /** The options of machine code have a common class, but not for others. */
    private interface StartSetter<O> {
        void set(O options, int start) throws UnsupportedOptionsException;
    }

    private static <O extends FilterOptions> O starting(O options, StartSetter<O> setter, int start)
            throws UnsupportedOptionsException {
        setter.set(options, start);
        return options;
    }
}
