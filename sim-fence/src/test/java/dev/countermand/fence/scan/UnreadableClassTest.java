package dev.countermand.fence.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.countermand.fence.sample.Leftovers;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Class files of a JDK that is not known yet, and broken ones. */
class UnreadableClassTest {
    /** Where a class file has the lower byte of its version. */
    private static final int VERSION = 7;

    private static final String OUTER = Leftovers.class.getName();
    private static final String INNER = OUTER + "$Registry";

    @TempDir
    private Path folder;

    private static byte[] bytes(String name) throws IOException {
        String file = "/" + name.replace('.', '/') + ".class";
        try (InputStream in = UnreadableClassTest.class.getResourceAsStream(file)) {
            return in.readAllBytes();
        }
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name.replace('.', '/') + ".class");
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private CodeUnderTest scan() throws IOException, ClassNotFoundException {
        write(OUTER, bytes(OUTER));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            return CodeUnderTest.reachedFrom(
                    Class.forName(OUTER, false, loader), List.of());
        }
    }

    @Test
    void aClassFileOfALaterJdkIsLeftOutWithANote() throws Exception {
        byte[] later = bytes(INNER);
        later[VERSION] = 99;
        write(INNER, later);
        CodeUnderTest code = scan();
        assertThat(code.names()).containsExactly(OUTER);
        assertThat(code.notes()).containsExactly("could not read class " + INNER
                + ": Unsupported class file major version 99");
        assertThat(Suspects.in(code).all()).isNotEmpty();
    }

    @Test
    void classFilesOfJdk26AreRead() throws Exception {
        byte[] file = bytes(INNER);
        file[VERSION] = 70;
        write(INNER, file);
        assertThat(scan().names()).contains(INNER);
    }

    @Test
    void aBrokenClassFileIsLeftOutWithANote() throws Exception {
        write(INNER, new byte[] {1, 2, 3});
        CodeUnderTest code = scan();
        assertThat(code.names()).containsExactly(OUTER);
        assertThat(code.notes()).singleElement().asString()
                .startsWith("could not read class " + INNER);
    }

    @Test
    void aClassOfTheJdkHasNothingToRead() {
        CodeUnderTest code = CodeUnderTest.reachedFrom(String.class, List.of());
        assertThat(code.names()).isEmpty();
        assertThat(Suspects.in(code).all()).isEmpty();
    }
}
