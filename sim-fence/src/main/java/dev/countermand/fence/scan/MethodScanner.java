package dev.countermand.fence.scan;

import dev.countermand.fence.scan.ScannedClass.Body;
import dev.countermand.fence.scan.ScannedClass.Call;
import dev.countermand.fence.scan.ScannedClass.HashTable;
import dev.countermand.fence.scan.ScannedClass.Head;
import dev.countermand.fence.scan.ScannedClass.Lines;
import dev.countermand.fence.scan.ScannedClass.StaticWrite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads the body of one method. */
final class MethodScanner extends MethodVisitor {
    private static final String CONSTRUCTOR = "<init>";

    /** The tables whose order comes from the hashes of their keys. */
    private static final Set<String> HASHED = Set.of("java/util/HashMap", "java/util/HashSet",
            "java/util/concurrent/ConcurrentHashMap", "java/util/Hashtable");

    private final Head owner;
    private final @Nullable String signature;
    private final Map<String, String> fieldSignatures;
    private final BiConsumer<Lines, Body> done;
    private final boolean inConstructor;
    private final Body body = new Body();
    private final List<Stored> stored = new ArrayList<>();
    private @Nullable Made made;
    private int line;
    private int first;
    private int last;

    MethodScanner(Head owner, @Nullable String signature, Map<String, String> fieldSignatures,
            BiConsumer<Lines, Body> done, String name) {
        super(ClassScanner.API);
        this.owner = owner;
        this.signature = signature;
        this.fieldSignatures = fieldSignatures;
        this.done = done;
        this.inConstructor = name.equals(CONSTRUCTOR);
    }

    /** A table that has just been made and lies on top of the stack. */
    private record Made(String type, int line) {}

    /** A table in a local variable, whose type a label leads to; null until that label comes. */
    private record Stored(Made made, int variable, @Nullable Label from) {}

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
        first = first == 0 ? number : Math.min(first, number);
        last = Math.max(last, number);
    }

    @Override
    public void visitLabel(Label label) {
        int newest = stored.size() - 1;
        if (newest >= 0 && stored.get(newest).from == null) {
            Stored it = stored.get(newest);
            stored.set(newest, new Stored(it.made, it.variable, label));
        }
    }

    @Override
    public void visitMethodInsn(
            int opcode, String type, String name, String descriptor, boolean isInterface) {
        made = null;
        if (opcode == Opcodes.INVOKESPECIAL && name.equals(CONSTRUCTOR)) {
            if (HASHED.contains(type)) {
                made = new Made(type, line);
            }
            if (inConstructor && type.equals(owner.superName()) && startsThread(type)) {
                // A class of threads does not start one by being made.
                return;
            }
        }
        body.calls().add(new Call(type, name, descriptor, line));
    }

    private static boolean startsThread(String type) {
        return type.equals("java/lang/Thread");
    }

    @Override
    public void visitInvokeDynamicInsn(
            String name, String descriptor, Handle bootstrap, Object... arguments) {
        made = null;
        for (Object argument : arguments) {
            if (argument instanceof Handle handle && isMethod(handle)) {
                body.calls().add(new Call(
                        handle.getOwner(), handle.getName(), handle.getDesc(), line));
            }
        }
    }

    private static boolean isMethod(Handle handle) {
        return handle.getTag() >= Opcodes.H_INVOKEVIRTUAL;
    }

    @Override
    public void visitFieldInsn(int opcode, String type, String name, String descriptor) {
        if (opcode == Opcodes.PUTSTATIC) {
            body.writes().add(new StaticWrite(type, name, descriptor, line));
        }
        if ((opcode == Opcodes.PUTSTATIC || opcode == Opcodes.PUTFIELD)
                && type.equals(owner.name())) {
            noteTable(made, fieldSignatures.get(name));
        }
        made = null;
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        if (opcode == Opcodes.ASTORE && made != null) {
            stored.add(new Stored(made, variable, null));
        }
        made = null;
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.ARETURN && signature != null) {
            noteTable(made, signature.substring(signature.indexOf(')') + 1));
        }
        made = null;
    }

    @Override
    public void visitLocalVariable(String name, String descriptor, @Nullable String generic,
            Label start, Label end, int variable) {
        for (Stored it : stored) {
            if (it.variable == variable && start.equals(it.from)) {
                noteTable(it.made, generic);
            }
        }
    }

    private void noteTable(@Nullable Made table, @Nullable String generic) {
        String key = generic == null ? null : firstTypeArgument(generic);
        if (table != null && key != null) {
            body.tables().add(new HashTable(table.type, key, table.line));
        }
    }

    /** The class that a generic type is first parametrised by, if it is one. */
    private static @Nullable String firstTypeArgument(String generic) {
        int begin = generic.indexOf('<') + 1;
        if (begin > 0 && (generic.charAt(begin) == '+' || generic.charAt(begin) == '-')) {
            begin++;
        }
        if (begin == 0 || generic.charAt(begin) != 'L') {
            return null;
        }
        int end = begin;
        while (";<.".indexOf(generic.charAt(end)) < 0) {
            end++;
        }
        return generic.charAt(end) == '.' ? null : generic.substring(begin + 1, end);
    }

    @Override
    public void visitEnd() {
        done.accept(new Lines(first, last), body);
    }
}
