package org.stipple.clinic.database;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.stipple.protocol.document.Document;
import org.stipple.protocol.document.Documents;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// Reads what [Documents#json] wrote into a column. The reader of strangers' files takes YAML too and is a
/// hundred times slower, which nobody should wait for on every page. Both give the same document.
public final class StoredDocument {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private StoredDocument() {}

    /// @param text as [Documents#json] writes it, or what the reader of files takes
    /// @throws org.stipple.protocol.document.UnusableInput when it is neither
    public static Document read(String text) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            parser.nextToken();
            Document document = document(parser);
            if (parser.nextToken() == null) {
                return document;
            }
        } catch (JacksonException notWrittenByUs) {
            // The other reader takes it, or says what is wrong with it.
        }
        return Documents.read(text);
    }

    private static Document document(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return Documents.read("");
        }
        return switch (token) {
            case START_OBJECT -> mapping(parser);
            case START_ARRAY -> listing(parser);
            case VALUE_STRING -> Document.of(parser.getString());
            case VALUE_NUMBER_INT -> whole(parser);
            case VALUE_NUMBER_FLOAT -> broken(parser);
            case VALUE_TRUE -> Document.of(true);
            case VALUE_FALSE -> Document.of(false);
            case VALUE_NULL -> Document.UNKNOWN;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("a parser that checks gives no " + token + " here");
        };
    }

    private static Document mapping(JsonParser parser) {
        var fields = new LinkedHashMap<String, Document>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.put(name, document(parser));
        }
        return new Document.Mapping(fields);
    }

    private static Document listing(JsonParser parser) {
        var items = new ArrayList<Document>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(document(parser));
        }
        return new Document.Listing(items);
    }

    private static Document whole(JsonParser parser) {
        return switch (parser.getNumberType()) {
            case INT, LONG -> Document.of(parser.getLongValue());
            case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> Document.of(new BigDecimal(parser.getBigIntegerValue()));
        };
    }

    /// As the reader of files does it: in its shortest form where that is what stands there, else exactly.
    private static Document broken(JsonParser parser) {
        BigDecimal exact = parser.getDecimalValue();
        double near = exact.doubleValue();
        return Double.isFinite(near) && BigDecimal.valueOf(near).compareTo(exact) == 0
                ? Document.of(near)
                : Document.of(exact);
    }
}
