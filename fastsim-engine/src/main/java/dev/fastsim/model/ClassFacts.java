package dev.fastsim.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * What a class file says, read without loading the class.
 *
 * @param name binary name
 * @param sourceFile name of the source file, if known
 * @param superName binary name of the superclass, if there is one
 * @param methods in the order of the file
 * @param mutableStatics names of its static fields that are not final
 * @param references binary names of the classes its code refers to, supertypes first
 */
record ClassFacts(
    String name,
    @Nullable String sourceFile,
    @Nullable String superName,
    List<MethodFacts> methods,
    List<String> mutableStatics,
    Set<String> references) {

  /** The method of this name and descriptor. */
  Optional<MethodFacts> method(String methodName, String descriptor) {
    return methods.stream().filter(method -> method.is(methodName, descriptor)).findFirst();
  }

  /**
   * A method in a class file.
   *
   * @param firstLine of its body, or -1
   * @param annotations binary names of the annotation types on it
   */
  record MethodFacts(
      String name, String descriptor, int access, int firstLine, List<String> annotations) {

    MethodFacts {
      annotations = List.copyOf(annotations);
    }

    boolean is(String otherName, String otherDescriptor) {
      return name.equals(otherName) && descriptor.equals(otherDescriptor);
    }

    /** Whether the compiler wrote it: a bridge, or the body of a lambda. */
    boolean isMadeUp() {
      return (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0;
    }

    boolean hasBody() {
      return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
    }

    /** Unique in its class. */
    String key() {
      return name + descriptor;
    }
  }
}
