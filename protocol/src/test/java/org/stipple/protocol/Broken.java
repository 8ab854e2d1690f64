package org.stipple.protocol;

import static org.assertj.core.api.Assertions.assertThat;

/// The built-in knowledge with something deliberately wrong, so that each refusal is seen to refuse.
final class Broken {

    private Broken() {}

    static Knowledge knowledge(String file, String from, String to) {
        return Knowledge.load(name -> {
            String text = Knowledge.resource(name);
            if (name.equals(file)) {
                assertThat(text).contains(from);
                return text.replace(from, to);
            }
            return text;
        });
    }
}
