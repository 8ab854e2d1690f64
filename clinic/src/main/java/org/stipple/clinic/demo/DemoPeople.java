package org.stipple.clinic.demo;

import java.util.List;
import org.stipple.protocol.Knowledge;
import org.stipple.protocol.document.Document;

/// Answers of the demo's people. All invented.
final class DemoPeople {

    /// The thirteen zones of a face.
    static final List<String> WHOLE_FACE = List.of(
            "forehead",
            "glabella",
            "temple-left",
            "temple-right",
            "periorbital-left",
            "periorbital-right",
            "nose",
            "cheek-left",
            "cheek-right",
            "upper-lip",
            "chin",
            "jawline-left",
            "jawline-right");

    private static final Document.Mapping CLEAR = Knowledge.builtIn().clearCase();

    private DemoPeople() {}

    /// A person against whom nothing stands: every question answered.
    static Document.Mapping clear(int skinType, List<String> indications, List<String> zones) {
        return CLEAR.with("fitzpatrick", Document.of(skinType))
                .with("indications", Document.texts(indications))
                .with("zones", Document.texts(zones));
    }

    /// The same with another answer.
    static Document.Mapping with(Document.Mapping request, String path, Document answer) {
        return request.withPath("facts." + path, answer);
    }
}
