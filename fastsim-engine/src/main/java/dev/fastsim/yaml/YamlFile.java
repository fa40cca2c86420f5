package dev.fastsim.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Gets the text of a file, if it is one. */
final class YamlFile {

  /** Most bytes a file may have. */
  static final int LARGEST = 8 << 20;

  private YamlFile() {}

  /** Reads a file, but never more than a byte beyond the largest. */
  static byte[] bytes(Path file, Findings findings) {
    if (Files.isDirectory(file)) {
      throw noFile(findings, "a directory", "");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(LARGEST + 1);
    } catch (NoSuchFileException missing) {
      throw noFile(findings, "no such file", "check the path");
    } catch (AccessDeniedException denied) {
      throw noFile(findings, "a file that may not be read", "check its permissions");
    } catch (IOException failed) {
      throw noFile(findings, "a file that cannot be read (" + failed.getMessage() + ")", "");
    }
  }

  private static InvalidFileException noFile(Findings findings, String found, String hint) {
    findings.mistake(YamlMark.WHOLE_FILE, YamlPath.ROOT, found, "a YAML file", hint);
    return findings.exception();
  }

  /** The bytes as text, which must be UTF-8. */
  static String text(byte[] bytes, Findings findings) {
    if (bytes.length > LARGEST) {
      findings.mistake(
          YamlMark.WHOLE_FILE,
          YamlPath.ROOT,
          "more than " + (LARGEST >> 20) + " MiB",
          "at most " + (LARGEST >> 20) + " MiB",
          "is this a scenario file?");
      throw findings.exception();
    }
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = decoder.decode(in, out, true);
    out.flip();
    if (result.isError()) {
      findings.mistake(
          end(out),
          YamlPath.ROOT,
          "the byte 0x%02X, which is not UTF-8".formatted(bytes[in.position()]),
          "text in UTF-8",
          "save the file as UTF-8");
      throw findings.exception();
    }
    return out.toString();
  }

  /** The place behind a text. */
  private static YamlMark end(CharSequence text) {
    int line = 1;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n') {
        line++;
        start = i + 1;
      }
    }
    return new YamlMark(line, Character.codePointCount(text, start, text.length()) + 1);
  }
}
