import de.unihd.dbs.heideltime.standalone.DocumentType;
import de.unihd.dbs.heideltime.standalone.HeidelTimeStandalone;
import de.unihd.dbs.heideltime.standalone.OutputType;
import de.unihd.dbs.heideltime.standalone.POSTagger;
import de.unihd.dbs.uima.annotator.heideltime.resources.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.SimpleDateFormat;
import java.util.Date;

/**
 * Runs HeidelTime over many texts in one process, so that Java and the rules are loaded once.
 *
 * <p>Arguments: its settings (config.props); a list of texts, each line a path, a tab, the day of writing as
 * yyyy-MM-dd or "-". Beside each text it writes PATH.tml, and prints the path, a tab, the nanoseconds of that text.
 * A text without a day is read as a narrative, all others as news.
 */
public final class HeidelTimeTurns {
  private static HeidelTimeStandalone load(DocumentType type, String settings) {
    return new HeidelTimeStandalone(
        Language.ENGLISH, type, OutputType.TIMEML, settings, POSTagger.TREETAGGER, false);
  }

  public static void main(String[] arguments) throws Exception {
    SimpleDateFormat days = new SimpleDateFormat("yyyy-MM-dd");
    HeidelTimeStandalone news = load(DocumentType.NEWS, arguments[0]);
    HeidelTimeStandalone narratives = null;
    news.process("They met on Monday.", days.parse("2000-01-01"));
    for (String line : Files.readAllLines(Path.of(arguments[1]))) {
      String[] parts = line.split("\t");
      boolean dated = !parts[1].equals("-");
      if (!dated && narratives == null) {
        narratives = load(DocumentType.NARRATIVES, arguments[0]);
      }
      Date day = dated ? days.parse(parts[1]) : new Date(0);
      String text = Files.readString(Path.of(parts[0]));
      long began = System.nanoTime();
      String found = (dated ? news : narratives).process(text, day);
      long spent = System.nanoTime() - began;
      Files.writeString(Path.of(parts[0] + ".tml"), found);
      System.out.println(parts[0] + "\t" + spent);
    }
  }
}
