package org.stipple.protocol;

import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Field;

/// Which knowledge an answer was made on.
///
/// @param version of the release
/// @param hash `sha256:` and the digest of all its files
public record Release(String version, String hash) {

    Document document() {
        return Document.mapping().with("version", Document.of(version)).with("hash", Document.of(hash));
    }

    static Release read(Field field) {
        return new Release(
                field.required("version").text(), field.required("hash").text());
    }
}
