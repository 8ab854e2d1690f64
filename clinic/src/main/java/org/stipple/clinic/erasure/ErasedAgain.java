package org.stipple.clinic.erasure;

import java.util.List;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.stipple.clinic.access.Acting;
import org.stipple.clinic.access.PatientId;
import org.stipple.clinic.messages.ClinicsServed;

/// Before the server answers: what the ledger outside the database says was erased, and what a backup brought
/// back, is erased once more.
@Component
class ErasedAgain implements SmartLifecycle {

    /// By what it is decided.
    private static final String BASIS = "it was erased before, and came back with a backup";

    private final Erasures erasures;
    private final List<LedgerFile> files;
    private final ClinicsServed clinics;
    private final Settling settling;
    private volatile boolean running;

    ErasedAgain(Erasures erasures, LedgerFiles files, ClinicsServed clinics, Settling settling) {
        this.erasures = erasures;
        this.files = files.all();
        this.clinics = clinics;
        this.settling = settling;
    }

    @Override
    public void start() {
        for (LedgerFile file : files) {
            var read = file.read();
            if (read.strange() > 0) {
                LoggerFactory.getLogger(ErasedAgain.class)
                        .warn(
                                "erasures: {} lines of the ledger are not of this installation, and were left alone",
                                read.strange());
            }
            if (!read.lines().isEmpty()) {
                clinics.each(Settling.ACCOUNT, Settling.NAME, () -> again(read.lines()));
            }
        }
        settling.round();
        running = true;
    }

    private void again(List<LedgerFile.Line> lines) {
        var clinic = Acting.current().clinic();
        for (var line : lines) {
            if (line.clinic().equals(clinic)) {
                erasures.again(line.erasure(), new PatientId(line.record()), line.of(), BASIS);
            }
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /// Before the first request: the server begins to listen in a later phase.
    @Override
    public int getPhase() {
        return 0;
    }
}
