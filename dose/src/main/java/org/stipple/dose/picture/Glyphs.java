package org.stipple.dose.picture;

import java.util.Map;
import java.util.Objects;

/// The few signs that a legend needs, drawn here, because a server may have no fonts.
final class Glyphs {

    /// Pixels from one sign to the next, at twice the size.
    static final int ADVANCE = 12;

    /// Pixels that a sign is high, at twice the size.
    static final int HEIGHT = 14;

    private static final Map<Character, String[]> SIGNS = Map.ofEntries(
            sign('0', " ### |#   #|#  ##|# # #|##  #|#   #| ### "),
            sign('1', "  #  | ##  |  #  |  #  |  #  |  #  | ### "),
            sign('2', " ### |#   #|    #|   # |  #  | #   |#####"),
            sign('3', "#####|   # |  #  |   # |    #|#   #| ### "),
            sign('4', "   # |  ## | # # |#  # |#####|   # |   # "),
            sign('5', "#####|#    |#### |    #|    #|#   #| ### "),
            sign('6', "  ## | #   |#    |#### |#   #|#   #| ### "),
            sign('7', "#####|    #|   # |  #  | #   | #   | #   "),
            sign('8', " ### |#   #|#   #| ### |#   #|#   #| ### "),
            sign('9', " ### |#   #|#   #| ####|    #|   # | ##  "),
            sign('.', "     |     |     |     |     | ##  | ##  "),
            sign('/', "    #|    #|   # |  #  | #   |#    |#    "),
            sign('c', "     |     | ####|#    |#    |#    | ####"),
            sign('m', "     |     |## # |# # #|# # #|# # #|# # #"),
            sign('²', " ##  |#  # |  #  | #   |#### |     |     "),
            sign(' ', "     |     |     |     |     |     |     "));

    private Glyphs() {}

    private static Map.Entry<Character, String[]> sign(char sign, String rows) {
        return Map.entry(sign, rows.split("\\|", -1));
    }

    /// Seven rows of five.
    ///
    /// @throws NullPointerException for a sign that no legend has
    static String[] of(char sign) {
        return Objects.requireNonNull(SIGNS.get(sign), () -> "no drawing of " + sign);
    }

    static int widthOf(String text) {
        return ADVANCE * text.length();
    }
}
