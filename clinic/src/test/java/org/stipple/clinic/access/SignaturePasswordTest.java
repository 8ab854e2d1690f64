package org.stipple.clinic.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.stipple.clinic.ClinicUnderTest;

/// Whoever finds a screen open cannot guess the password under a signature.
class SignaturePasswordTest {

    @Test
    void afterFiveWrongOnesTheRightOneWaits(@TempDir Path directory) {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            var accounts = stipple.the(Accounts.class);
            Acting.doing(stipple.clinic("Hillside", "noor-pen"), () -> {
                for (int i = 0; i < 4; i++) {
                    assertThat(accounts.whyNotConfirmed("wrong password"))
                            .hasValueSatisfying(why -> assertThat(why).contains("not yours"));
                }
                assertThat(accounts.whyNotConfirmed("wrong password"))
                        .hasValueSatisfying(why -> assertThat(why).contains("Wait 30 seconds"));
                assertThat(accounts.whyNotConfirmed(ClinicUnderTest.PASSWORD))
                        .hasValueSatisfying(why -> assertThat(why).contains("Wait 30 seconds"));
                stipple.itIs("2026-11-20T09:00:31Z");
                assertThat(accounts.whyNotConfirmed(ClinicUnderTest.PASSWORD)).isEmpty();
                assertThat(accounts.whyNotConfirmed("wrong password"))
                        .as("the count began anew")
                        .hasValueSatisfying(why -> assertThat(why).contains("not yours"));
            });
        }
    }

    @Test
    void aWrongOneIsCountedAndEnteredThoughNothingWasSigned(@TempDir Path directory) {
        try (var stipple = ClinicUnderTest.serving(directory)) {
            var accounts = stipple.the(Accounts.class);
            var transaction = stipple.the(TransactionTemplate.class);
            Acting.doing(stipple.clinic("Hillside", "noor-ink"), () -> {
                for (int i = 0; i < 5; i++) {
                    assertThatThrownBy(() -> transaction.executeWithoutResult(_ -> {
                                accounts.whyNotConfirmed("wrong password");
                                throw new IllegalStateException("nothing is signed");
                            }))
                            .isInstanceOf(IllegalStateException.class);
                }
                assertThat(accounts.whyNotConfirmed(ClinicUnderTest.PASSWORD)).isPresent();
                transaction.executeWithoutResult(_ -> assertThat(stipple.the(JdbcClient.class)
                                .sql("select what from audit_entry where act = 'refused'")
                                .query(String.class)
                                .list())
                        .hasSize(5)
                        .contains("signature: wrong password, locked for 30 seconds"));
            });
        }
    }
}
