package dev.fastsim.yaml;

import static dev.fastsim.yaml.Words.asMap;
import static dev.fastsim.yaml.Words.list;
import static dev.fastsim.yaml.Words.map;
import static dev.fastsim.yaml.Words.number;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A server of {@link AsyncFlowPort}: a FIFO container of memory, a FIFO container of cores. */
final class PortedServer {

  private final AsyncFlowPort port;
  private final List<Object> endpoints;
  private final Deque<Runnable> ready = new ArrayDeque<>();
  private final Deque<Runnable> waitingForRam = new ArrayDeque<>();
  private final Deque<Double> ramWanted = new ArrayDeque<>();
  private int freeCores;
  private double freeRam;
  private double ramInUse;
  private int io;

  PortedServer(Map<String, Object> words, AsyncFlowPort port) {
    Map<String, Object> resources = map(words, "server_resources");
    this.port = port;
    this.freeCores = (int) number(resources, "cpu_cores", 1);
    this.freeRam = number(resources, "ram_mb", 1024);
    this.endpoints = list(words, "endpoints");
  }

  int ready() {
    return ready.size();
  }

  int io() {
    return io;
  }

  double ramInUse() {
    return ramInUse;
  }

  /** Serves a request: all its memory first, then step by step. */
  void handle(Random random, Runnable end) {
    Map<String, Object> endpoint = asMap(endpoints.get(random.nextInt(endpoints.size())));
    List<Object> steps = list(endpoint, "steps");
    double ram = steps.stream().mapToDouble(step -> operation(step, "necessary_ram")).sum();
    ramWanted.add(ram);
    waitingForRam.add(
        () ->
            step(
                steps,
                0,
                false,
                () -> {
                  freeRam += ram;
                  ramInUse -= ram;
                  grantRam();
                  end.run();
                }));
    grantRam();
  }

  private void grantRam() {
    while (!ramWanted.isEmpty() && ramWanted.getFirst() <= freeRam) {
      double ram = ramWanted.remove();
      freeRam -= ram;
      ramInUse += ram;
      waitingForRam.remove().run();
    }
  }

  private void step(List<Object> steps, int at, boolean core, Runnable end) {
    if (at == steps.size()) {
      if (core) {
        releaseCore();
      }
      end.run();
      return;
    }
    double cpu = operation(steps.get(at), "cpu_time");
    double wait = operation(steps.get(at), "io_waiting_time");
    if (cpu > 0) {
      Runnable burst = () -> port.at(port.now() + cpu, () -> step(steps, at + 1, true, end));
      if (core || takeCore()) {
        burst.run();
      } else {
        ready.add(burst);
      }
    } else if (wait > 0) {
      if (core) {
        releaseCore();
      }
      io++;
      port.at(
          port.now() + wait,
          () -> {
            io--;
            step(steps, at + 1, false, end);
          });
    } else {
      step(steps, at + 1, core, end);
    }
  }

  private boolean takeCore() {
    if (freeCores == 0) {
      return false;
    }
    freeCores--;
    return true;
  }

  private void releaseCore() {
    if (ready.isEmpty()) {
      freeCores++;
    } else {
      ready.remove().run();
    }
  }

  private static double operation(Object step, String word) {
    return number(map(asMap(step), "step_operation"), word, 0);
  }
}
