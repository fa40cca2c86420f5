package dev.fastsim.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNamesTest {

  private final FileNames names = new FileNames();

  @Test
  void whatNoFileMayBeCalledBecomesAnUnderscore() {
    assertThat(names.next("GET /item/{id}?x=1")).isEqualTo("GET_item_id_x_1");
    assertThat(names.next("../../etc/passwd")).isEqualTo("etc_passwd");
    assertThat(names.next("v1.2-beta_3")).isEqualTo("v1.2-beta_3");
    assertThat(names.next("/")).isEqualTo("endpoint");
  }

  @Test
  void noTwoNamesAreEqualOnAnySystem() {
    assertThat(names.next("all")).isEqualTo("all");
    assertThat(names.next("ALL")).isEqualTo("ALL-2");
    assertThat(names.next("all/")).isEqualTo("all-3");
  }
}
