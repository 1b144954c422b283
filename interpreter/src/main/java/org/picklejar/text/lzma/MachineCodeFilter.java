package org.picklejar.text.lzma;

import org.picklejar.text.StateReader;
import org.picklejar.text.StateWriter;
import org.tukaani.xz.simple.ARM;
import org.tukaani.xz.simple.ARM64;
import org.tukaani.xz.simple.ARMThumb;
import org.tukaani.xz.simple.IA64;
import org.tukaani.xz.simple.PowerPC;
import org.tukaani.xz.simple.RISCVDecoder;
import org.tukaani.xz.simple.SPARC;
import org.tukaani.xz.simple.SimpleFilter;

/**
 * Makes relative addresses of the absolute ones in calls and jumps. All that the filters of XZ for Java know is the address of the next byte, but for the
 * one for x86.
 */
final class MachineCodeFilter implements ByteFilter {
    private final long id;
    private int address;
    private SimpleFilter filter;
    private final X86Filter x86;

    MachineCodeFilter(long id, int address) {
        this.id = id;
        this.address = address;
        x86 = id == FilterSpec.X86 ? new X86Filter() : null;
    }

    private SimpleFilter filter() {
        if (filter == null) {
            filter = switch ((int) id) {
                case (int) FilterSpec.POWERPC -> new PowerPC(false, address);
                case (int) FilterSpec.IA64 -> new IA64(false, address);
                case (int) FilterSpec.ARM -> new ARM(false, address);
                case (int) FilterSpec.ARM_THUMB -> new ARMThumb(false, address);
                case (int) FilterSpec.SPARC -> new SPARC(false, address);
                case (int) FilterSpec.ARM64 -> new ARM64(false, address);
                default -> new RISCVDecoder(address);
            };
        }
        return filter;
    }

    @Override
    public int decode(byte[] data, int count) {
        int done = x86 != null ? x86.decode(data, count, address) : filter().code(data, 0, count);
        address += done;
        return done;
    }

    @Override
    public void save(StateWriter w) {
        w.putLong(id);
        w.putInt(address);
        w.putInt(x86 == null ? 0 : x86.mask);
    }

    static MachineCodeFilter load(long id, StateReader r) {
        StateReader.check(FilterSpec.isMachineCode(id));
        MachineCodeFilter f = new MachineCodeFilter(id, r.getInt());
        int mask = r.getInt(0, 7);
        if (f.x86 != null) {
            f.x86.mask = mask;
        }
        return f;
    }
}
