package org.stipple.protocol.document;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.CoreScalarResolver;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/// YAML 1.2 core as it is written: without the merge key of YAML 1.1, which hides a name behind `<<`, with
/// numbers exactly as they stand, and with none so long that reading it would take long.
final class PlainSchema extends CoreSchema {

    /// No quantity needs more characters; the time to read a number grows with their square.
    static final int MOST_CHARACTERS = 100;

    private static final ScalarResolver RESOLVER = new CoreScalarResolver(false);

    @Override
    public ScalarResolver getScalarResolver() {
        return RESOLVER;
    }

    @Override
    public Map<Tag, ConstructNode> getSchemaTagConstructors() {
        var constructors = new HashMap<>(super.getSchemaTagConstructors());
        var whole = Objects.requireNonNull(constructors.get(Tag.INT));
        var broken = Objects.requireNonNull(constructors.get(Tag.FLOAT));
        constructors.put(Tag.INT, node -> number(node, whole));
        constructors.put(Tag.FLOAT, node -> number(node, broken));
        return constructors;
    }

    /// The number as the library reads it where that is what stands there, and exactly where it is not:
    /// `1e400` is no infinity, and 120 followed by a small fraction is not 120.
    private static Object number(Node node, ConstructNode library) {
        String text = ((ScalarNode) node).getValue();
        if (text.length() > MOST_CHARACTERS) {
            throw new YamlEngineException("a number that is too long");
        }
        Object read = library.construct(node);
        if (read instanceof Double number && isDecimal(text)) {
            var exact = new BigDecimal(text);
            return Double.isFinite(number) && BigDecimal.valueOf(number).compareTo(exact) == 0 ? number : exact;
        }
        return read;
    }

    /// Why a number cannot be taken as it stands; empty for one that can, and for what is no number.
    ///
    /// @param path where it stands
    /// @param plain without quotes around it
    static Optional<UnusableInput> whyNoNumber(String path, String plain) {
        var tag = RESOLVER.resolve(plain, true);
        if (!tag.equals(Tag.INT) && !tag.equals(Tag.FLOAT)) {
            return Optional.empty();
        }
        if (plain.length() > MOST_CHARACTERS) {
            return Optional.of(new UnusableInput(
                    path, "a number of " + plain.length() + " characters", "at most " + MOST_CHARACTERS));
        }
        if (tag.equals(Tag.FLOAT) && isDecimal(plain)) {
            try {
                var _ = new BigDecimal(plain);
            } catch (NumberFormatException beyond) {
                return Optional.of(new UnusableInput(path, plain, "a number with a smaller exponent"));
            }
        }
        return Optional.empty();
    }

    /// Whether a number is written with digits: not `.inf` or `.nan`.
    private static boolean isDecimal(String number) {
        return number.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
