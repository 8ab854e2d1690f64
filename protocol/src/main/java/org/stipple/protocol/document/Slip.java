package org.stipple.protocol.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Why a text is neither JSON nor YAML, for whoever wrote it: the parser's own words are for those who write
/// parsers.
///
/// @param was what stands there
/// @param expected what should stand there
record Slip(String was, String expected) {

    private static final Pattern CHARACTER = Pattern.compile("found character '(.+?)' that cannot start");

    /// @param problem the parser's words
    static Slip of(String problem) {
        if (problem.startsWith("expected ',' or ']'")) {
            return new Slip("a list without a comma or without its end", "a comma between its items and ] at its end");
        }
        if (problem.startsWith("expected ',' or '}'")) {
            return new Slip("fields without a comma or without their end", "a comma between them and } at their end");
        }
        if (problem.startsWith("could not find expected ':'")) {
            return new Slip("a field without a colon", "name: value");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return new Slip(
                    "a colon where no field can begin", "one field a line, and quotes around text with a colon");
        }
        if (problem.startsWith("sequence entries are not allowed")) {
            return new Slip("a dash where no list can begin", "each item on a line of its own");
        }
        if (problem.startsWith("expected <block end>")) {
            return new Slip("a line indented unlike those above it", "what belongs together in one column");
        }
        if (problem.startsWith("expected the node content")) {
            return new Slip("nothing", "a value");
        }
        if (problem.startsWith("found unexpected end of stream")) {
            return new Slip("text in quotes without its end", "a closing quote");
        }
        return naming(problem);
    }

    private static Slip naming(String problem) {
        Matcher character = CHARACTER.matcher(problem);
        if (character.find()) {
            return character.group(1).contains("TAB")
                    ? new Slip("a tab", "spaces before what is indented")
                    : new Slip("the character " + character.group(1), "quotes around text that begins with it");
        }
        return new Slip("text that breaks off", "JSON or YAML 1.2");
    }
}
