package org.stipple.bench.judge;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.stipple.quantities.SkinType;

/// One or more photos of one person, measured. Trials run beside each other; what they found is scored in order.
sealed interface Trial permits Person, Series, Glance, Stretched, Tagged {

    /// The tone that it is judged under.
    SkinType type();

    /// Of its folder.
    String name();

    /// @param folder its own, empty
    /// @return what adds the findings to the scores
    Consumer<Scores> run(Path folder, Program program) throws Program.Refused;
}
