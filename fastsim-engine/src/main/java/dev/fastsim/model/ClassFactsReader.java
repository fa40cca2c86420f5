package dev.fastsim.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.FieldVisitor;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.Remapper;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/** Reads {@link ClassFacts} from a class file. */
final class ClassFactsReader extends ClassVisitor {

  private static final int API = OpenedClassReader.ASM_API;

  private String name = "";
  private @Nullable String sourceFile;
  private @Nullable String superName;
  private final List<ClassFacts.MethodFacts> methods = new ArrayList<>();
  private final List<String> mutableStatics = new ArrayList<>();

  private ClassFactsReader() {
    super(API);
  }

  static ClassFacts read(byte[] classFile) {
    ClassFactsReader reader = new ClassFactsReader();
    References references = new References();
    OpenedClassReader.of(classFile)
        .accept(new CodeOnly(reader, references), ClassReader.SKIP_FRAMES);
    return new ClassFacts(
        reader.name,
        reader.sourceFile,
        reader.superName,
        List.copyOf(reader.methods),
        List.copyOf(reader.mutableStatics),
        references.names);
  }

  private static String binary(String internalName) {
    return internalName.replace('/', '.');
  }

  @Override
  public void visit(
      int version,
      int access,
      String internalName,
      @Nullable String signature,
      @Nullable String superInternalName,
      String @Nullable [] interfaces) {
    name = binary(internalName);
    superName = superInternalName == null ? null : binary(superInternalName);
  }

  @Override
  public void visitSource(@Nullable String source, @Nullable String debug) {
    sourceFile = source;
  }

  @Override
  public @Nullable FieldVisitor visitField(
      int access,
      String fieldName,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
    boolean isFinal = (access & Opcodes.ACC_FINAL) != 0;
    boolean isMadeUp = (access & Opcodes.ACC_SYNTHETIC) != 0;
    if (isStatic && !isFinal && !isMadeUp) {
      mutableStatics.add(fieldName);
    }
    return null;
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String methodName,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    return new MethodReader(access, methodName, descriptor);
  }

  /** Collects one method. */
  private final class MethodReader extends MethodVisitor {

    private final int access;
    private final String methodName;
    private final String descriptor;
    private final List<String> annotations = new ArrayList<>();
    private int firstLine = -1;

    MethodReader(int access, String methodName, String descriptor) {
      super(API);
      this.access = access;
      this.methodName = methodName;
      this.descriptor = descriptor;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      annotations.add(Type.getType(annotation).getClassName());
      return null;
    }

    @Override
    public void visitLineNumber(int line, Label start) {
      firstLine = firstLine < 0 ? line : firstLine;
    }

    @Override
    public void visitEnd() {
      methods.add(
          new ClassFacts.MethodFacts(methodName, descriptor, access, firstLine, annotations));
    }
  }

  /** Notes every class name that passes. */
  private static final class References extends Remapper {

    final Set<String> names = new LinkedHashSet<>();

    References() {
      super(API);
    }

    @Override
    public String map(String internalName) {
      names.add(binary(internalName));
      return internalName;
    }
  }

  /**
   * Shows the references what the code refers to: not the lists of nested classes, through which
   * every class of a source file would refer to every other, nor the annotations.
   */
  private static final class CodeOnly extends ClassRemapper {

    private final ClassVisitor reader;

    CodeOnly(ClassVisitor reader, Remapper references) {
      super(API, reader, references);
      this.reader = reader;
    }

    @Override
    public void visit(
        int version,
        int access,
        String internalName,
        @Nullable String signature,
        @Nullable String superInternalName,
        String @Nullable [] interfaces) {
      if (superInternalName != null) {
        remapper.map(superInternalName);
      }
      if (interfaces != null) {
        Arrays.stream(interfaces).forEach(remapper::map);
      }
      super.visit(version, access, internalName, signature, superInternalName, interfaces);
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      return null;
    }

    @Override
    public void visitInnerClass(
        String internalName, @Nullable String outer, @Nullable String inner, int access) {}

    @Override
    public void visitOuterClass(
        String owner, @Nullable String method, @Nullable String descriptor) {}

    @Override
    public void visitNestHost(String host) {}

    @Override
    public void visitNestMember(String member) {}

    @Override
    public void visitSource(@Nullable String source, @Nullable String debug) {
      reader.visitSource(source, debug);
    }
  }
}
