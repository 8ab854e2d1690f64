package org.stipple.clinic.web;

import java.util.Optional;
import org.stipple.clinic.web.look.Reach;

/// Knows which clinic gave somebody a link, also where the link opens nothing any more: whoever has it was
/// given it there, and may be told how to reach a person.
public interface WhoseLink {

    /// @param path the address of a page, without its query
    /// @return empty where no link of ours begins so
    Optional<Giver> giver(String path);

    record Giver(String clinicName, Reach reach) {}
}
