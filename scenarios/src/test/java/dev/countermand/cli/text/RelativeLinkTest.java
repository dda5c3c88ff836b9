package dev.countermand.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RelativeLinkTest {
    @Provide
    private Arbitrary<List<String>> paths() {
        return Arbitraries.strings().withChars("ab .-%#?&:;+@'()[]{}|^~\u00e9\u4e2d")
                .ofMinLength(1).ofMaxLength(6).map(name -> "x" + name)
                .list().ofMinSize(1).ofMaxSize(4);
    }

    @Property(tries = 500, seed = "20261122")
    void aBrowserFindsTheOtherFileByIt(
            @ForAll("paths") List<String> from, @ForAll("paths") List<String> to) {
        Path page = Path.of("/" + String.join("/", from));
        Path other = Path.of("/" + String.join("/", to) + ".html");
        String link = RelativeLink.between(page, other);
        assertThat(link).matches("[\\w./~%!$&'()*+,;=@-]+").doesNotStartWith("/");
        assertThat(page.toUri().resolve(URI.create(link)).getPath())
                .isEqualTo(other.toUri().getPath());
    }
}
