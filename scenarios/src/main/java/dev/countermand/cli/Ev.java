package dev.countermand.cli;
import dev.countermand.scenario.read.ScenarioReader;
import dev.countermand.scenario.run.*;
import dev.countermand.loop.schedule.*;
import dev.countermand.loop.trace.TraceEvent;
import dev.countermand.scenario.value.PythonJson;
import dev.countermand.loop.PythonVersion;
import java.nio.file.*;
import java.util.*;
public final class Ev {
  public static void main(String[] a) throws Exception {
    StringBuilder out = new StringBuilder();
    RunOptions o = RunOptions.DEFAULT.withPython(PythonVersion.of(a[0]));
    for (int i=1;i<a.length;i++) {
      out.append(PythonJson.write(Map.of("scenario", Path.of(a[i]).getFileName().toString()))).append('\n');
      try {
        var p = new PreparedScenario(ScenarioReader.read(Path.of(a[i])));
        ScenarioRun.run(p, new FifoStrategy().scheduler(0), o, (TraceEvent.Logged e) -> {
          Map<String,Object> m = new LinkedHashMap<>();
          m.put("at", e.stamp().nanos()/1e9); m.put("in", e.in()); m.put("event", e.event()); m.putAll(e.fields());
          out.append(PythonJson.write(m)).append('\n');
        });
      } catch (Throwable t) { out.append(PythonJson.write(Map.of("error", String.valueOf(t)))).append('\n'); if (System.getenv("ST")!=null) t.printStackTrace(); }
    }
    System.out.print(out);
  }
}
