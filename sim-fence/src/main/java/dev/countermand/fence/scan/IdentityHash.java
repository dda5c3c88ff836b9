package dev.countermand.fence.scan;

import org.jspecify.annotations.Nullable;

/** Whether the hash of an object says who it is and not what it is. */
final class IdentityHash {
    private IdentityHash() {}

    /**
     * Whether a class leaves {@code hashCode} to Object. An interface does not say; nor does a
     * class that cannot be loaded.
     *
     * @param name with slashes
     */
    static boolean isUsedBy(String name, @Nullable ClassLoader loader) {
        try {
            Class<?> type = Class.forName(name.replace('/', '.'), false, loader);
            // A class above others does not say what its subclasses do, Object above all.
            return !type.isInterface() && type != Object.class
                    && isObject(type.getMethod("hashCode").getDeclaringClass());
        } catch (ClassNotFoundException | NoSuchMethodException | LinkageError unknown) {
            return false;
        }
    }

    private static boolean isObject(Class<?> declaring) {
        return declaring == Object.class || declaring == Enum.class;
    }
}
