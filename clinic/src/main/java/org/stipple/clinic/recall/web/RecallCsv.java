package org.stipple.clinic.recall.web;

import java.util.List;
import java.util.stream.Collectors;

/// A table for other programs (RFC 4180). Spreadsheets take a cell that begins with certain signs for a formula
/// and run it: such a cell begins with an apostrophe instead.
final class RecallCsv {

    /// With their full-width forms, which some spreadsheets read as the same.
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private RecallCsv() {}

    static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(RecallCsv::cell).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
