package dev.countermand.fence.scan;

import dev.countermand.fence.scan.ScannedClass.Head;
import dev.countermand.fence.scan.ScannedClass.ScannedMethod;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Reads one class file. */
final class ClassScanner extends ClassVisitor {
    static final int API = Opcodes.ASM9;

    /** The tag of a class in a constant pool: The JVM Specification, table 4.4-A. */
    private static final int CONSTANT_CLASS = 7;

    private final Map<String, String> fieldSignatures = new LinkedHashMap<>();
    private final List<ScannedMethod> methods = new ArrayList<>();
    private @Nullable Head head;

    private ClassScanner() {
        super(API);
    }

    /**
     * Reads a class file.
     *
     * @throws RuntimeException if it is too new for the reader, or broken
     */
    static ScannedClass scan(byte[] file) {
        ClassReader reader = new ClassReader(file);
        ClassScanner scanner = new ClassScanner();
        reader.accept(scanner, ClassReader.SKIP_FRAMES);
        if (scanner.head == null) {
            throw new IllegalStateException("the class file has no class");
        }
        return new ScannedClass(scanner.head, referenced(reader), scanner.methods);
    }

    private static Set<String> referenced(ClassReader reader) {
        Set<String> names = new LinkedHashSet<>();
        char[] buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int offset = reader.getItem(i);
            if (offset > 0 && reader.readByte(offset - 1) == CONSTANT_CLASS) {
                String name = reader.readUTF8(offset, buffer);
                // An array's constant is a descriptor; its elements' class, if made, has its own.
                if (name != null && !name.startsWith("[")) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    @Override
    public void visit(int version, int access, String name, @Nullable String signature,
            @Nullable String superName, String @Nullable [] interfaces) {
        String outer = name.substring(name.lastIndexOf('/') + 1).replaceFirst("\\$.*", "");
        head = new Head(name, superName,
                interfaces == null ? List.of() : List.of(interfaces), outer + ".java");
    }

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
        if (source != null && head != null) {
            head = new Head(head.name(), head.superName(), head.interfaces(), source);
        }
    }

    @Override
    public @Nullable FieldVisitor visitField(int access, String name, String descriptor,
            @Nullable String signature, @Nullable Object value) {
        if (signature != null) {
            fieldSignatures.put(name, signature);
        }
        return null;
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor,
            @Nullable String signature, String @Nullable [] exceptions) {
        Head owner = head;
        if (owner == null) {
            throw new IllegalStateException("the class file has a method before its class");
        }
        return new MethodScanner(owner, signature, fieldSignatures, (lines, body) ->
                methods.add(new ScannedMethod(name, descriptor, lines, body)), name);
    }
}
