package dev.fastsim.junit.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;

/** A class that names scenario files: a container of them. */
final class FilesNode extends SpecNode {

  private final Class<?> type;
  private final List<FileSpec> files;

  FilesNode(UniqueId engine, Class<?> type, List<FileSpec> files) {
    super(
        engine.append(CLASS, type.getName()),
        ClassNames.nested(type),
        ClassSource.from(type),
        Optional.of(type),
        0);
    this.type = type;
    this.files = files;
  }

  @Override
  List<UniqueId> allChildren() {
    return files.stream().map(file -> SimulationNode.id(getUniqueId(), file)).toList();
  }

  @Override
  Optional<SpecNode> child(UniqueId id) {
    return IntStream.range(0, files.size())
        .<SpecNode>mapToObj(i -> new SimulationNode(getUniqueId(), files.get(i), i))
        .filter(child -> child.getUniqueId().equals(id))
        .findFirst();
  }

  @Override
  public Type getType() {
    return Type.CONTAINER;
  }

  @Override
  public String getLegacyReportingName() {
    return type.getName();
  }

  @Override
  public ExecutionMode getExecutionMode() {
    return ExecutionMode.CONCURRENT;
  }
}
