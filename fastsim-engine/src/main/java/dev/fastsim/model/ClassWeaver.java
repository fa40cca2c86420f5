package dev.fastsim.model;

import dev.fastsim.annotations.internal.Recording;
import dev.fastsim.model.ClassFacts.MethodFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.utility.OpenedClassReader;
import org.jspecify.annotations.Nullable;

/**
 * Puts calls of {@link Recording} into a class: {@code step(n)} at the entry of steps, {@code
 * loop()} before jumps back and at the entry of lambda bodies (which library code may call for
 * ever), and a mark at the entry and the exits of the static initialiser.
 *
 * <p>The calls leave the operand stack and the local variables as they are, so the stack map frames
 * of the compiler stay right. The line numbers stay the same.
 */
final class ClassWeaver extends ClassVisitor {

  static final int API = OpenedClassReader.ASM_API;

  private static final String RECORDING = Type.getInternalName(Recording.class);

  private final ClassFacts facts;
  private final StepCatalog steps;

  private ClassWeaver(ClassVisitor next, ClassFacts facts, StepCatalog steps) {
    super(API, next);
    this.facts = facts;
    this.steps = steps;
  }

  static byte[] weave(byte[] classFile, ClassFacts facts, StepCatalog steps) {
    ClassReader reader = OpenedClassReader.of(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new ClassWeaver(writer, facts, steps), 0);
    return writer.toByteArray();
  }

  @Override
  public @Nullable MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
    if (next == null || (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) != 0) {
      return next;
    }
    MethodVisitor guarded = new LoopGuard(next);
    Optional<MethodFacts> method = facts.method(name, descriptor);
    int line = method.map(MethodFacts::firstLine).orElse(-1);
    if (name.equals("<clinit>")) {
      return new InitialiserMark(guarded, line);
    }
    if (name.startsWith("lambda$") && (access & Opcodes.ACC_SYNTHETIC) != 0) {
      return new EntryCode(guarded, line, ClassWeaver::callLoop);
    }
    List<Integer> numbers = method.map(it -> steps.numbersOf(facts, it)).orElse(List.of());
    if (method.filter(it -> steps.isCall(facts, it)).isPresent()) {
      return new CallBody(next, numbers.get(0), Type.getArgumentsAndReturnSizes(descriptor) >> 2);
    }
    return numbers.isEmpty()
        ? guarded
        : new EntryCode(guarded, line, code -> numbers.forEach(number -> callStep(code, number)));
  }

  static void callLoop(MethodVisitor code) {
    code.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDING, "loop", "()V", false);
  }

  static void callStep(MethodVisitor code, int number) {
    code.visitLdcInsn(number);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, RECORDING, "step", "(I)V", false);
  }

  /**
   * Runs something before a method's body, on the line where the body begins. That line gets no
   * second entry in the line number table, so that a breakpoint there stops once.
   */
  private static class EntryCode extends MethodVisitor {

    private final int line;
    private final Consumer<MethodVisitor> entry;
    private boolean lineToSkip;

    EntryCode(MethodVisitor next, int line, Consumer<MethodVisitor> entry) {
      super(API, next);
      this.line = line;
      this.entry = entry;
    }

    @Override
    public void visitCode() {
      super.visitCode();
      if (line >= 0) {
        Label start = new Label();
        super.visitLabel(start);
        super.visitLineNumber(line, start);
        lineToSkip = true;
      }
      entry.accept(mv);
    }

    @Override
    public void visitLineNumber(int number, Label start) {
      if (!lineToSkip) {
        super.visitLineNumber(number, start);
      }
      lineToSkip = false;
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(Math.max(maxStack, 1), maxLocals);
    }
  }

  /** In the place of a body, the call of it is recorded. */
  private static final class CallBody extends MethodVisitor {

    private final MethodVisitor body;
    private final int number;
    private final int locals;

    CallBody(MethodVisitor body, int number, int locals) {
      super(API);
      this.body = body;
      this.number = number;
      this.locals = locals;
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
      return body.visitAnnotation(annotation, visible);
    }

    @Override
    public void visitCode() {
      body.visitCode();
      callStep(body, number);
      body.visitInsn(Opcodes.RETURN);
      body.visitMaxs(1, locals);
    }

    @Override
    public void visitEnd() {
      body.visitEnd();
    }
  }

  /** Marks where a static initialiser begins and returns. */
  private static final class InitialiserMark extends EntryCode {

    InitialiserMark(MethodVisitor next, int line) {
      super(next, line, code -> callStep(code, StepCatalog.ENTER_INITIALISER));
    }

    @Override
    public void visitInsn(int opcode) {
      if (opcode == Opcodes.RETURN) {
        callStep(mv, StepCatalog.LEAVE_INITIALISER);
      }
      super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
      super.visitMaxs(maxStack + 1, maxLocals); // a return may leave operands behind
    }
  }
}
