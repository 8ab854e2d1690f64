package org.stipple.protocol.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/// Finds where a text that could not be read goes wrong: its path, in words of ours. It walks the text event
/// by event, so that neither depth nor references make it large. Mutable while it walks.
final class YamlFault {

    /// A mapping or a listing that is open.
    private static final class Level {
        private final String path;
        private final boolean isMapping;
        private final Set<String> names = new HashSet<>();
        private Optional<String> name = Optional.empty();
        private int index;

        private Level(String path, boolean isMapping) {
            this.path = path;
            this.isMapping = isMapping;
        }

        private String here() {
            if (!isMapping) {
                return path + "[" + index + "]";
            }
            return name.map(each -> path.isEmpty() ? each : path + "." + each).orElse(path);
        }

        private void next() {
            name = Optional.empty();
            index++;
        }
    }

    private static final String TAGS = "tag:yaml.org,2002:";
    private static final Set<String> PLAIN_TAGS = Set.of("str", "int", "float", "bool", "null", "map", "seq");

    private final int mostNested;
    private final int mostAliases;
    private final Deque<Level> open = new ArrayDeque<>();
    private final Set<Anchor> anchors = new HashSet<>();
    private final Set<Anchor> collections = new HashSet<>();
    private int aliases;

    private YamlFault(int mostNested, int mostAliases) {
        this.mostNested = mostNested;
        this.mostAliases = mostAliases;
    }

    /// What is wrong with a text that could not be read.
    static UnusableInput in(String text, LoadSettings settings, int mostNested, int mostAliases) {
        var fault = new YamlFault(mostNested, mostAliases);
        try {
            var events = new ParserImpl(settings, new StreamReader(settings, text));
            while (events.hasNext()) {
                var found = fault.look(events.next());
                if (found.isPresent()) {
                    return found.get();
                }
            }
        } catch (MarkedYamlEngineException broken) {
            String where = broken.getProblemMark()
                    .map(mark -> "line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1))
                    .orElse("its end");
            var slip = Slip.of(String.valueOf(broken.getProblem()));
            return new UnusableInput(fault.path(), slip.was() + " at " + where, slip.expected());
        } catch (YamlEngineException | IllegalArgumentException broken) {
            return new UnusableInput(fault.path(), "text that cannot be read", "JSON or YAML 1.2");
        }
        return new UnusableInput(fault.path(), "text that cannot be read", "JSON or YAML 1.2");
    }

    private String path() {
        return open.isEmpty() ? "" : open.peek().here();
    }

    private Optional<UnusableInput> look(Event event) {
        return switch (event) {
            case MappingEndEvent _ -> closed();
            case SequenceEndEvent _ -> closed();
            case MappingStartEvent start -> opened(start, true);
            case SequenceStartEvent start -> opened(start, false);
            case AliasEvent alias -> alias(alias);
            case ScalarEvent scalar -> scalar(scalar);
            case Event _ -> Optional.empty();
        };
    }

    private Optional<UnusableInput> closed() {
        open.pop();
        return valueEnded();
    }

    private Optional<UnusableInput> valueEnded() {
        if (!open.isEmpty()) {
            open.peek().next();
        }
        return Optional.empty();
    }

    private boolean isName() {
        return !open.isEmpty() && open.peek().isMapping && open.peek().name.isEmpty();
    }

    private Optional<UnusableInput> opened(NodeEvent start, boolean isMapping) {
        if (isName()) {
            return Optional.of(new UnusableInput(path(), "a list or a mapping as a name", "names that are text"));
        }
        if (open.size() > mostNested) {
            return Optional.of(new UnusableInput(path(), "nested deeper than " + mostNested, "a flatter document"));
        }
        start.getAnchor().ifPresent(anchors::add);
        start.getAnchor().ifPresent(collections::add);
        open.push(new Level(path(), isMapping));
        return Optional.empty();
    }

    private Optional<UnusableInput> alias(AliasEvent alias) {
        if (!anchors.contains(alias.getAlias())) {
            return Optional.of(
                    new UnusableInput(path(), "*" + alias.getAlias(), "quotes around text that begins with *"));
        }
        if (collections.contains(alias.getAlias()) && ++aliases > mostAliases) {
            return Optional.of(new UnusableInput(
                    path(), "one reference (*) more to a list or a mapping", "at most " + mostAliases + " of them"));
        }
        return valueEnded();
    }

    private Optional<UnusableInput> scalar(ScalarEvent scalar) {
        scalar.getAnchor().ifPresent(anchors::add);
        if (isName()) {
            var level = open.getFirst();
            level.name = Optional.of(scalar.getValue());
            return level.names.add(scalar.getValue())
                    ? Optional.empty()
                    : Optional.of(new UnusableInput(
                            path(),
                            "written twice, again on line "
                                    + scalar.getStartMark()
                                            .map(mark -> mark.getLine() + 1)
                                            .orElse(1),
                            "each name once"));
        }
        if (scalar.getTag().filter(tag -> !isPlain(tag)).isPresent()) {
            return Optional.of(
                    new UnusableInput(path(), "a tag, " + scalar.getTag().orElse(""), "plain JSON or YAML"));
        }
        if (scalar.isPlain() && scalar.getTag().isEmpty()) {
            var number = PlainSchema.whyNoNumber(path(), scalar.getValue());
            if (number.isPresent()) {
                return number;
            }
        }
        return valueEnded();
    }

    private static boolean isPlain(String tag) {
        return tag.equals("!") || tag.startsWith(TAGS) && PLAIN_TAGS.contains(tag.substring(TAGS.length()));
    }
}
