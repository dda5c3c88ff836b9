package dev.countermand.cli.option;

import dev.countermand.loop.PythonVersion;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The option {@code --python}. */
public final class PythonLevel {
    @Option(
            names = "--python",
            paramLabel = "VERSION",
            converter = Label.class,
            defaultValue = "3.14",
            description = "The CPython to be equal to: 3.11, 3.12, 3.13 or 3.14"
                    + " (default: ${DEFAULT-VALUE}).")
    private PythonVersion version = PythonVersion.PYTHON_3_14;

    /** The version that was asked for. */
    public PythonVersion version() {
        return version;
    }

    /** Reads the labels of the four versions. */
    static final class Label implements ITypeConverter<PythonVersion> {
        @Override
        public PythonVersion convert(String label) {
            try {
                return PythonVersion.of(label);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
