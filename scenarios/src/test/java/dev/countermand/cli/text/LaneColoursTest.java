package dev.countermand.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

/** Colours add nothing and move nothing. */
class LaneColoursTest {
    private static final String LANES = """
                step  virtual  main
                   1   0.000s  starts
             >     2   0.000s  cancelled by explorer
                               .. 4 steps ..
              !    7   1.000s  deadlock !
             >!    8   1.000s  both
            """;

    @Test
    void withoutColoursTheTextIsAsItWas() {
        assertThat(LaneColours.of(LANES, Ansi.OFF)).isEqualTo(LANES);
    }

    @Test
    void withColoursOnlySequencesAreAdded() {
        String coloured = LaneColours.of(LANES, Ansi.ON);
        assertThat(coloured).isNotEqualTo(LANES);
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(LANES);
    }

    @Test
    void departuresAndViolationsStandOut() {
        String[] lines = LaneColours.of(LANES, Ansi.ON).split("\n");
        assertThat(lines[1]).doesNotContain("\u001b");
        assertThat(lines[2]).startsWith("\u001b[33m");
        assertThat(lines[4]).contains("\u001b[31m");
        assertThat(lines[5]).contains("\u001b[31m");
    }
}
