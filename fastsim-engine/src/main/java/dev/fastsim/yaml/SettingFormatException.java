package dev.fastsim.yaml;

import org.apiguardian.api.API;

/** A text that does not say which value is to be set to what. */
@API(status = API.Status.EXPERIMENTAL)
public final class SettingFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  SettingFormatException(String text, int at) {
    super(
        "'%s' is not a setting: expected a path, = and a value, such as services.shop.cores=4, slas[0].latency.p95=80 ms or services.shop.endpoints.\"GET /v1.0\".weight=2, but found '%s' at position %d"
            .formatted(text, text.substring(at), at + 1));
  }
}
