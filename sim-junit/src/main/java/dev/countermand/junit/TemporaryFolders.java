package dev.countermand.junit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.commons.support.AnnotationSupport;

/** The {@code @TempDir} folders of a test, which every run finds empty. */
final class TemporaryFolders {
    private final List<Path> folders = new ArrayList<>();

    private TemporaryFolders() {}

    static TemporaryFolders of(
            Method method, List<@Nullable Object> arguments, List<Object> instances) {
        TemporaryFolders found = new TemporaryFolders();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            if (AnnotationSupport.isAnnotated(parameters[i], TempDir.class)) {
                found.add(arguments.get(i));
            }
        }
        for (Object instance : instances) {
            for (Field field : AnnotationSupport.findAnnotatedFields(
                    instance.getClass(), TempDir.class)) {
                try {
                    field.setAccessible(true);
                    found.add(field.get(instance));
                } catch (IllegalAccessException e) {
                    throw new ExtensionConfigurationException("cannot read field " + field, e);
                }
            }
        }
        return found;
    }

    private void add(@Nullable Object folder) {
        if (folder instanceof Path path) {
            folders.add(path);
        } else if (folder instanceof File file) {
            folders.add(file.toPath());
        }
    }

    /** Deletes what the last run left in them. */
    void empty() {
        for (Path folder : folders) {
            try (Stream<Path> left = Files.walk(folder)) {
                for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                    if (!path.equals(folder)) {
                        Files.delete(path);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("cannot empty " + folder + " between two runs", e);
            }
        }
    }
}
