package dev.fastsim.random;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The distributions by name, and the sets of parameters that each of them takes. */
enum Family {
  CONSTANT(new Form(List.of("value"), a -> new Constant(a.quantity("value")))),
  EXPONENTIAL(new Form(List.of("mean"), a -> new Exponential(a.quantity("mean")))),
  NORMAL(new Form(List.of("mean", "sd"), a -> new Normal(a.quantity("mean"), a.quantity("sd")))),
  RECTIFIEDNORMAL(
      new Form(
          List.of("mean", "sd"), a -> new RectifiedNormal(a.quantity("mean"), a.quantity("sd")))),
  LOGNORMAL(
      new Form(
          List.of("mean", "sd"), a -> LogNormal.ofMeanSd(a.quantity("mean"), a.quantity("sd"))),
      new Form(
          List.of("median", "p99"),
          a -> LogNormal.ofMedianP99(a.quantity("median"), a.quantity("p99"))),
      new Form(List.of("mu", "sigma"), a -> new LogNormal(a.number("mu"), a.number("sigma")))),
  UNIFORM(
      new Form(List.of("low", "high"), a -> new Uniform(a.quantity("low"), a.quantity("high")))),
  GAMMA(new Form(List.of("shape", "mean"), a -> new Gamma(a.number("shape"), a.quantity("mean")))),
  ERLANG(new Form(List.of("k", "mean"), a -> new Erlang(a.count("k"), a.quantity("mean")))),
  WEIBULL(
      new Form(
          List.of("scale", "shape"), a -> new Weibull(a.quantity("scale"), a.number("shape")))),
  PARETO(new Form(List.of("min", "shape"), a -> new Pareto(a.quantity("min"), a.number("shape")))),
  HYPEREXPONENTIAL(
      new Form(
          List.of("mean", "cv"), a -> new Hyperexponential(a.quantity("mean"), a.number("cv")))),
  POISSON(
      new Form(List.of("mean"), Notation.NUMBERS, a -> Poisson.ofMean(a.quantity("mean"))),
      new Form(List.of("mean", "unit"), a -> new Poisson(a.quantity("mean"), a.quantity("unit")))),
  EMPIRICAL(
      new Form(List.of("file"), a -> EmpiricalFile.read(a.word("file"))),
      new Form(
          List.of("file", "scale"),
          a -> EmpiricalFile.read(a.word("file")).scaledBy(a.positive("scale")))),
  ZIPF(
      new Form(
          List.of("n", "exponent"),
          Notation.NUMBERS,
          a -> new Zipf(a.count("n"), a.number("exponent"))));

  /**
   * One set of parameters.
   *
   * @param parameters in the order in which they stand where they are not named
   * @param notations those that know this form
   */
  record Form(
      List<String> parameters, Set<Notation> notations, Function<Binding, Distribution> maker) {

    Form(List<String> parameters, Function<Binding, Distribution> maker) {
      this(parameters, EnumSet.allOf(Notation.class), maker);
    }

    Form(List<String> parameters, Notation only, Function<Binding, Distribution> maker) {
      this(parameters, Set.of(only), maker);
    }
  }

  private final List<Form> forms;

  Family(Form... forms) {
    this.forms = List.of(forms);
  }

  static Family named(String text, int column, String name, Notation notation) {
    Family family =
        Arrays.stream(values())
            .filter(known -> known.word().equals(name.toLowerCase(Locale.ROOT)))
            .findFirst()
            .orElseThrow(() -> unknown(text, column, name, notation));
    if (!family.isIn(notation)) {
      throw DistributionFormatException.notADuration(text, column, family.word());
    }
    return family;
  }

  private static DistributionFormatException unknown(
      String text, int column, String name, Notation notation) {
    List<String> known =
        Arrays.stream(values()).filter(each -> each.isIn(notation)).map(Family::word).toList();
    return DistributionFormatException.unknownDistribution(text, column, name, known);
  }

  private boolean isIn(Notation notation) {
    return !forms(notation).isEmpty();
  }

  /** The name as it is written. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  List<Form> forms(Notation notation) {
    return forms.stream().filter(form -> form.notations().contains(notation)).toList();
  }

  /** Whether the parameters mean the same by position in every form. */
  boolean isPositional() {
    return this != LOGNORMAL;
  }

  /** The names of all parameters of all forms in a notation. */
  List<String> parameters(Notation notation) {
    return forms(notation).stream().flatMap(form -> form.parameters().stream()).distinct().toList();
  }

  /** The forms as people write them: "normal(mean=, sd=)". */
  String formsText(Notation notation) {
    return forms(notation).stream().map(this::formText).collect(Collectors.joining(" or "));
  }

  private String formText(Form form) {
    return word() + "(" + String.join("=, ", form.parameters()) + "=)";
  }
}
