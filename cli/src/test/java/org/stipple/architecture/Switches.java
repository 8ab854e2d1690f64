package org.stipple.architecture;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/// The switches of source files, read as the compiler reads them.
final class Switches {

    private Switches() {}

    /// Where a switch over one of our sealed types or enums has a `default`: `Screening.java:17`.
    static List<String> withDefaultOverOurTypes(List<? extends JavaFileObject> sources) throws IOException {
        var problems = new DiagnosticCollector<JavaFileObject>();
        var compiler = ToolProvider.getSystemJavaCompiler();
        var task = (JavacTask) compiler.getTask(
                null,
                null,
                problems,
                List.of("-proc:none", "-Xlint:none", "-classpath", System.getProperty("java.class.path")),
                null,
                sources);
        var units = new ArrayList<CompilationUnitTree>();
        task.parse().forEach(units::add);
        task.analyze();
        var errors = problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR)
                .toList();
        if (!errors.isEmpty()) { // a selector without a type would be passed over
            throw new AssertionError("cannot be read: " + errors);
        }
        var scanner = new Scanner(Trees.instance(task));
        units.forEach(unit -> scanner.scan(new TreePath(unit), null));
        return scanner.found;
    }

    private static final class Scanner extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Trees trees;
        private final List<String> found = new ArrayList<>();

        Scanner(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void visitSwitch(SwitchTree node, @Nullable Void nothing) {
            check(node, node.getExpression(), node.getCases());
            return super.visitSwitch(node, nothing);
        }

        @Override
        public @Nullable Void visitSwitchExpression(SwitchExpressionTree node, @Nullable Void nothing) {
            check(node, node.getExpression(), node.getCases());
            return super.visitSwitchExpression(node, nothing);
        }

        private void check(Tree node, ExpressionTree selector, List<? extends CaseTree> cases) {
            var type = trees.getTypeMirror(new TreePath(getCurrentPath(), selector));
            if (cases.stream().anyMatch(Scanner::hasDefault) && isOursAndClosed(type)) {
                var unit = getCurrentPath().getCompilationUnit();
                long line = unit.getLineMap()
                        .getLineNumber(trees.getSourcePositions().getStartPosition(unit, node));
                String file = unit.getSourceFile().getName();
                found.add(file.substring(file.lastIndexOf('/') + 1) + ":" + line);
            }
        }

        private static boolean hasDefault(CaseTree branch) {
            for (CaseLabelTree label : branch.getLabels()) {
                if (label instanceof DefaultCaseLabelTree) {
                    return true;
                }
            }
            return false;
        }

        private boolean isOursAndClosed(TypeMirror type) {
            if (type.getKind() == TypeKind.TYPEVAR) {
                return isOursAndClosed(((TypeVariable) type).getUpperBound());
            }
            return type instanceof javax.lang.model.type.DeclaredType declared
                    && declared.asElement() instanceof TypeElement element
                    && element.getQualifiedName().toString().startsWith("org.stipple.")
                    && (element.getKind() == ElementKind.ENUM
                            || element.getModifiers().contains(Modifier.SEALED));
        }
    }
}
