package dev.countermand.site;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Gives the cells of CancelBench a shade, so that the table can be read from a distance. */
final class BenchTable {
    /** A cell: the mean, the median and the 90th percentile of the number of runs. */
    private static final Pattern CELL =
            Pattern.compile("(\\d+(?:\\.\\d+)?) / \\d+(?:\\.\\d+)? / \\d+(?:\\.\\d+)?.*");
    private static final Pattern NEVER = Pattern.compile("- ?\\*?");
    private static final double[] SHADES = {1.5, 3, 10, 30, 100};

    private BenchTable() {}

    /** Adds to each cell a class from s0 (found at once) to s5 (hardly found). */
    static void tint(Element body) {
        for (Element table : body.select("table")) {
            boolean bench = table.select("td").stream()
                    .anyMatch(cell -> CELL.matcher(cell.text()).matches());
            if (bench) {
                table.addClass("bench");
                table.select("td").forEach(BenchTable::shade);
                table.before(legend());
            }
        }
    }

    private static Element legend() {
        Element legend = new Element("p").addClass("legend").appendText("Mean runs: ");
        for (int shade = 0; shade < SHADES.length; shade++) {
            String limit = NumberFormat.getInstance(Locale.ROOT).format(SHADES[shade]);
            legend.appendElement("span").addClass("s" + shade).text("up to " + limit);
            legend.appendText(" ");
        }
        legend.appendElement("span").addClass("s" + SHADES.length).text("more, or never");
        return legend;
    }

    private static void shade(Element cell) {
        Matcher runs = CELL.matcher(cell.text());
        if (runs.matches()) {
            double mean = Double.parseDouble(runs.group(1));
            int shade = 0;
            while (shade < SHADES.length && mean > SHADES[shade]) {
                shade++;
            }
            cell.addClass("s" + shade);
        } else if (NEVER.matcher(cell.text()).matches()) {
            cell.addClass("s" + SHADES.length);
        }
    }
}
