package dev.fastsim.random;

import dev.fastsim.random.DistributionText.Argument;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Binds the arguments of one text to the parameters of its distribution. */
final class Binding {

  private final String text;
  private final Notation notation;
  private final Family family;
  private final int column;
  private final Map<String, Argument> bound = new LinkedHashMap<>();

  Binding(String text, Notation notation, Family family, int column) {
    this.text = text;
    this.notation = notation;
    this.family = family;
    this.column = column;
  }

  /**
   * @param closing the column of the closing parenthesis, where missing parameters are missing
   */
  Distribution bind(List<Argument> arguments, int closing) {
    for (Argument argument : arguments) {
      String name = parameter(argument);
      if (bound.putIfAbsent(name, argument) != null) {
        throw DistributionFormatException.duplicateParameter(text, argument.nameColumn(), name);
      }
    }
    Family.Form form = chooseForm(closing);
    try {
      return form.maker().apply(this);
    } catch (ParameterException e) {
      Argument culprit = bound.get(e.parameter());
      int where = culprit == null ? column : culprit.column();
      throw DistributionFormatException.badValue(text, where, String.valueOf(e.getMessage()));
    }
  }

  private String parameter(Argument argument) {
    if (argument.name() == null) {
      return positional(argument);
    }
    String name = argument.name().toLowerCase(Locale.ROOT);
    if (!family.parameters(notation).contains(name)) {
      throw DistributionFormatException.unknownParameter(
          text,
          argument.nameColumn(),
          argument.name(),
          family.parameters(notation),
          family.formsText(notation));
    }
    return name;
  }

  private String positional(Argument argument) {
    boolean afterNamed = bound.values().stream().anyMatch(before -> before.name() != null);
    if (afterNamed || !family.isPositional()) {
      throw DistributionFormatException.nameNeeded(
          text, argument.column(), argument.value(), family.formsText(notation));
    }
    if (bound.size() == family.parameters(notation).size()) {
      throw DistributionFormatException.tooManyParameters(
          text, argument.column(), argument.value(), family.formsText(notation));
    }
    return family.parameters(notation).get(bound.size());
  }

  private Family.Form chooseForm(int closing) {
    Family.Form form =
        family.forms(notation).stream()
            .filter(each -> each.parameters().containsAll(bound.keySet()))
            .findFirst()
            .orElseThrow(
                () ->
                    DistributionFormatException.mixedForms(
                        text, column, bound.keySet(), family.formsText(notation)));
    List<String> missing = new ArrayList<>(form.parameters());
    missing.removeAll(bound.keySet());
    if (!missing.isEmpty()) {
      throw DistributionFormatException.missingParameters(
          text, closing, missing, family.formsText(notation));
    }
    return form;
  }

  /** A value of the distribution: a duration in seconds, or a number. */
  double quantity(String name) {
    Argument argument = argument(name);
    try {
      return notation.read(argument.value());
    } catch (IllegalArgumentException e) {
      throw unreadable(name, argument, e);
    }
  }

  /** A number without a unit in either notation. */
  double number(String name) {
    Argument argument = argument(name);
    try {
      return Notation.readNumber(argument.value());
    } catch (IllegalArgumentException e) {
      throw unreadable(name, argument, e);
    }
  }

  double positive(String name) {
    double value = number(name);
    ParameterException.requirePositive(family.word(), name, value);
    return value;
  }

  int count(String name) {
    number(name);
    Argument argument = argument(name);
    try {
      return new BigDecimal(argument.value()).intValueExact();
    } catch (ArithmeticException e) {
      throw DistributionFormatException.badValue(
          text,
          argument.column(),
          name + ": '" + argument.value() + "' is not a whole number of at most 2147483647");
    }
  }

  String word(String name) {
    return argument(name).value();
  }

  private Argument argument(String name) {
    Argument argument = bound.get(name);
    if (argument == null) {
      throw new IllegalStateException(family + " has a form without its parameter " + name);
    }
    return argument;
  }

  private DistributionFormatException unreadable(
      String name, Argument argument, IllegalArgumentException e) {
    return DistributionFormatException.badValue(
        text, argument.column(), name + ": " + e.getMessage());
  }
}
