package dev.fastsim.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.fastsim.metrics.TimeDistribution;
import dev.fastsim.scenario.RunPlan;
import dev.fastsim.scenario.Scenario;
import dev.fastsim.scenario.ScenarioBuilder;
import dev.fastsim.scenario.Workload;
import dev.fastsim.simulation.Simulation;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real HikariCP on a data source of nothing, beside our pools. */
@Timeout(60)
class HikariSemanticsTest {

  @Test
  void itsDefaultsAreOurs() {
    HikariConfig config = config();
    config.validate();
    assertThat(config.getMaximumPoolSize()).isEqualTo(HikariKeys.DEFAULT_SIZE);
    assertThat(config.getConnectionTimeout()).isEqualTo(HikariKeys.DEFAULT_TIMEOUT.toMillis());
  }

  @Test
  void whatItRefusesWeRefuse() {
    HikariConfig config = config();
    assertThatThrownBy(() -> config.setMaximumPoolSize(0)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> config.setConnectionTimeout(249)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> pool("maximum-pool-size: 0"))
        .isInstanceOf(InvalidSettingsException.class);
    assertThatThrownBy(() -> pool("connection-timeout: 249"))
        .isInstanceOf(InvalidSettingsException.class);
    config.setConnectionTimeout(250);
    assertThat(pool("connection-timeout: 250").acquireTimeout().value().toMillis())
        .isEqualTo(config.getConnectionTimeout());
  }

  @Test
  void aTimeoutOfZeroIsOneOfWeeksInBoth() {
    HikariConfig config = config();
    config.setConnectionTimeout(0);
    assertThat(pool("connection-timeout: 0").acquireTimeout().value().toMillis())
        .isEqualTo(config.getConnectionTimeout());
  }

  @Test
  void itsKeysAreAllKnown() {
    StringBuilder text = new StringBuilder();
    for (var method : HikariConfig.class.getMethods()) {
      boolean isText =
          method.getParameterCount() == 1
              && (method.getParameterTypes()[0].isPrimitive()
                  || method.getParameterTypes()[0] == String.class);
      if (method.getName().startsWith("set") && isText) {
        text.append("spring.datasource.hikari.%s: 500\n".formatted(method.getName().substring(3)));
      }
    }
    assertThat(text).contains("MaximumPoolSize");
    assertThat(SpringSettingsTest.yaml(text.toString()).pool("spring.datasource.hikari"))
        .extracting(pool -> pool.size().value())
        .isEqualTo(500);
  }

  /** A connection that comes back goes to the one who has waited longest. */
  @Test
  void whoWaitsLongestIsNextInBoth() throws Exception {
    assertThat(orderOfHikari(5)).containsExactly(0, 1, 2, 3, 4);
    TimeDistribution ours = latenciesOfOurs();
    assertThat(ours.count()).isEqualTo(6);
    assertThat(ours.max()).isEqualTo(13);
    assertThat(ours.mean()).isCloseTo((3 + 5 + 7 + 9 + 11 + 13) / 6.0, within(1e-9));
  }

  private static List<Integer> orderOfHikari(int waiting) throws Exception {
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    try (HikariDataSource source = new HikariDataSource(config)) {
      HikariPoolMXBean pool = source.getHikariPoolMXBean();
      List<Integer> order = new CopyOnWriteArrayList<>();
      CountDownLatch served = new CountDownLatch(waiting);
      Connection held = source.getConnection();
      for (int i = 0; i < waiting; i++) {
        int number = i;
        Thread thread =
            new Thread(
                () -> {
                  try (Connection own = source.getConnection()) {
                    order.add(number);
                  } catch (SQLException failed) {
                    order.add(-1);
                  }
                  served.countDown();
                });
        thread.start();
        while (pool.getThreadsAwaitingConnection() <= i
            || thread.getState() != Thread.State.TIMED_WAITING) {
          Thread.onSpinWait();
        }
      }
      held.close();
      served.await();
      return order;
    }
  }

  /** One request a second, each of which needs the one connection for three. */
  private static TimeDistribution latenciesOfOurs() {
    Scenario scenario =
        Scenario.builder("pool")
            .pool("db", 1, Duration.ofSeconds(30))
            .workload(new Workload.OpenRate(1, Workload.OpenRate.Spacing.CONSTANT))
            .endpoint("GET /", ScenarioBuilder.io("query", "3 s", "db"))
            .runs(new RunPlan(Duration.ofSeconds(20), Optional.of(Duration.ZERO), 1, 1, 1))
            .build();
    return Simulation.run(scenario, 0, () -> false).latency();
  }

  @Test
  void whoWaitsTooLongFailsInBoth() throws Exception {
    HikariConfig config = config();
    config.setMaximumPoolSize(1);
    config.setConnectionTimeout(250);
    try (HikariDataSource source = new HikariDataSource(config);
        Connection held = source.getConnection()) {
      assertThat(held.isClosed()).isFalse();
      assertThatThrownBy(source::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    }
  }

  private static PoolSettings pool(String setting) {
    return SpringSettingsTest.yaml("spring.datasource.hikari." + setting)
        .pool("spring.datasource.hikari");
  }

  private static HikariConfig config() {
    HikariConfig config = new HikariConfig();
    config.setDataSource(fake(DataSource.class));
    config.setMinimumIdle(1);
    return config;
  }

  /** Connects to nothing, and says that all is well. */
  private static <T> T fake(Class<T> type) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              Class<?> result = method.getReturnType();
              if (result == Connection.class) {
                return fake(Connection.class);
              } else if (result == boolean.class) {
                return method.getName().equals("isValid");
              } else if (result == int.class) {
                return method.getName().equals("hashCode") ? System.identityHashCode(proxy) : 0;
              }
              return null;
            }));
  }
}
