package dev.fastsim.model;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Calls {@code Recording.loop()} before every jump to an instruction that came earlier. */
final class LoopGuard extends MethodVisitor {

  private final Set<Label> passed = new HashSet<>();

  LoopGuard(MethodVisitor next) {
    super(ClassWeaver.API, next);
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
    super.visitLabel(label);
  }

  @Override
  public void visitJumpInsn(int opcode, Label target) {
    guard(passed.contains(target));
    super.visitJumpInsn(opcode, target);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... targets) {
    guard(anyPassed(otherwise, targets));
    super.visitTableSwitchInsn(min, max, otherwise, targets);
  }

  @Override
  public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] targets) {
    guard(anyPassed(otherwise, targets));
    super.visitLookupSwitchInsn(otherwise, keys, targets);
  }

  private boolean anyPassed(Label otherwise, Label[] targets) {
    return passed.contains(otherwise) || Arrays.stream(targets).anyMatch(passed::contains);
  }

  private void guard(boolean jumpsBack) {
    if (jumpsBack) {
      ClassWeaver.callLoop(mv);
    }
  }
}
