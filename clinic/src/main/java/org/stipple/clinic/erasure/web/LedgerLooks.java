package org.stipple.clinic.erasure.web;

import java.util.Collection;
import java.util.stream.Collectors;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.erasure.Erasure;
import org.stipple.clinic.erasure.RetentionRule;
import org.stipple.clinic.erasure.web.ErasureViews.LedgerLine;
import org.stipple.clinic.patient.RecordClass;
import org.stipple.clinic.web.Days;
import org.stipple.clinic.web.Sentence;

/// How entries of the ledger and rules look.
final class LedgerLooks {

    private LedgerLooks() {}

    static String classes(Collection<RecordClass> classes) {
        return classes.stream().sorted().map(RecordClass::words).collect(Collectors.joining("; "));
    }

    static LedgerLine of(Erasure erasure) {
        return new LedgerLine(
                Days.moment(erasure.at(), Acting.current().zone()) + ", " + erasure.by(),
                Sentence.beginning(erasure.of().words()) + (erasure.again() ? ", erased again after a restore" : ""),
                erasure.record().toString(),
                erasure.basis(),
                erasure.rows()
                        + (erasure.rows() == 1 ? " row" : " rows")
                        + (erasure.files() == 0
                                ? ""
                                : " and " + erasure.files() + (erasure.files() == 1 ? " file" : " files")
                                        + (erasure.filesLeft() == 0
                                                ? ""
                                                : ", of which " + erasure.filesLeft() + " are still to be destroyed")),
                erasure.filesLeft() > 0);
    }

    static String of(RetentionRule rule) {
        return rule.years() + (rule.years() == 1 ? " year" : " years") + " after the last entry"
                + (rule.untilAge().isPresent()
                        ? ", and of whoever was not of age then, until they are "
                                + rule.untilAge().getAsInt()
                        : "")
                + ": " + rule.law();
    }
}
