package dev.fastsim.experiment;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/**
 * JSON with a line for each member; lines end in a line feed on every system.
 *
 * <p>The streaming writer is used because the tree model costs a cold test run a third of a second.
 */
final class IndentedJson extends ObjectWriteContext.Base {

  /** Java 19 changed how doubles are written; Jackson's own writer is the same everywhere. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build();

  private final PrettyPrinter printer =
      new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));

  private IndentedJson() {}

  static JsonGenerator generator(StringWriter text) {
    return FACTORY.createGenerator(new IndentedJson(), text);
  }

  @Override
  public PrettyPrinter getPrettyPrinter() {
    return printer;
  }

  @Override
  public boolean hasPrettyPrinter() {
    return true;
  }
}
