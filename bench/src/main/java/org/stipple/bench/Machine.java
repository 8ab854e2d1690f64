package org.stipple.bench;

import java.lang.management.ManagementFactory;
import org.stipple.protocol.document.Document;

/// Where it was measured.
///
/// @param note in words: processor, memory, what else was running
/// @param loadBefore mean number of busy tasks over the minute before
/// @param loadAfter the same over the last minute of the run
record Machine(String note, double loadBefore, double loadAfter) {

    static double load() {
        return Math.max(0, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static int cores() {
        return Runtime.getRuntime().availableProcessors();
    }

    private static String java() {
        return System.getProperty("java.vm.name") + " " + Runtime.version();
    }

    String words() {
        return note + "; " + cores() + " cores; load " + Figure.text(loadBefore) + " before and "
                + Figure.text(loadAfter) + " after; " + java();
    }

    Document document() {
        return Document.mapping()
                .with("note", Document.of(note))
                .with("cores", Document.of(cores()))
                .with("loadBefore", Document.of(loadBefore))
                .with("loadAfter", Document.of(loadAfter))
                .with("java", Document.of(java()));
    }
}
