package dev.countermand.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PythonVersionTest {
    @Test
    void aVersionIsFoundByTheNumberThatPeopleWrite() {
        assertThat(PythonVersion.values()).extracting(PythonVersion::label)
                .containsExactly("3.11", "3.12", "3.13", "3.14");
        for (PythonVersion version : PythonVersion.values()) {
            assertThat(PythonVersion.of(version.label())).isSameAs(version);
        }
        assertThatIllegalArgumentException().isThrownBy(() -> PythonVersion.of("3.10"))
                .withMessageContaining("3.11, 3.12, 3.13, 3.14").withMessageContaining("3.10");
    }
}
