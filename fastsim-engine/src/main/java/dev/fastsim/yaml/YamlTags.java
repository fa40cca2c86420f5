package dev.fastsim.yaml;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;

/**
 * Says what a scalar is by the core schema of YAML 1.2. A tag may confirm it, or make it text; a
 * tag never makes an object.
 */
final class YamlTags {

  private static final ScalarResolver CORE = new CoreScalarResolver(false);
  private static final String NON_SPECIFIC = "!";

  private static final Map<String, YamlNode.Kind> KINDS =
      Map.of(
          NON_SPECIFIC,
          YamlNode.Kind.TEXT,
          Tag.STR.getValue(),
          YamlNode.Kind.TEXT,
          Tag.INT.getValue(),
          YamlNode.Kind.WHOLE,
          Tag.FLOAT.getValue(),
          YamlNode.Kind.DECIMAL,
          Tag.BOOL.getValue(),
          YamlNode.Kind.BOOLEAN,
          Tag.NULL.getValue(),
          YamlNode.Kind.NULL);

  private final Findings findings;

  YamlTags(Findings findings) {
    this.findings = findings;
  }

  void mapping(Optional<String> tag, YamlMark mark, YamlPath path) {
    collection(tag, Tag.MAP, mark, path);
  }

  void sequence(Optional<String> tag, YamlMark mark, YamlPath path) {
    collection(tag, Tag.SEQ, mark, path);
  }

  private void collection(Optional<String> tag, Tag right, YamlMark mark, YamlPath path) {
    tag.filter(each -> !each.equals(right.getValue()) && !each.equals(NON_SPECIFIC))
        .ifPresent(each -> unknown(each, mark, path));
  }

  YamlNode.Scalar scalar(ScalarEvent event, YamlMark mark, YamlPath path) {
    String text = event.getValue();
    YamlNode.Kind plain = event.isPlain() ? kind(text) : YamlNode.Kind.TEXT;
    YamlNode.Kind kind = event.getTag().map(tag -> tagged(tag, text, mark, path)).orElse(plain);
    return new YamlNode.Scalar(mark, path, text, kind);
  }

  private YamlNode.Kind tagged(String tag, String text, YamlMark mark, YamlPath path) {
    YamlNode.Kind wanted = KINDS.get(tag);
    if (wanted == null) {
      unknown(tag, mark, path);
      return YamlNode.Kind.TEXT;
    }
    YamlNode.Kind kind = wanted == YamlNode.Kind.TEXT ? wanted : kind(text);
    boolean wholeAsDecimal = wanted == YamlNode.Kind.DECIMAL && kind == YamlNode.Kind.WHOLE;
    if (kind != wanted && !wholeAsDecimal) {
      findings.mistake(
          mark,
          path,
          shown(tag) + " " + Quote.text(text),
          "a value of that kind",
          "remove the tag");
    }
    return kind;
  }

  private static YamlNode.Kind kind(String plain) {
    return KINDS.getOrDefault(CORE.resolve(plain, true).getValue(), YamlNode.Kind.TEXT);
  }

  private void unknown(String tag, YamlMark mark, YamlPath path) {
    findings.mistake(mark, path, "the tag " + shown(tag), "a plain value", "remove the tag");
  }

  private static String shown(String tag) {
    return Quote.cut(tag.startsWith(Tag.PREFIX) ? "!!" + tag.substring(Tag.PREFIX.length()) : tag);
  }
}
