package org.stipple.clinic.access;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/// Begins each transaction by telling the database who is acting for which clinic. The settings end with the
/// transaction, so a pooled connection never carries them on to the next one. Without an actor nothing is
/// set, and row-level security shows nothing.
final class ClinicTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ClinicTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        Acting.now().ifPresent(actor -> {
            DataSource source = java.util.Objects.requireNonNull(getDataSource());
            Connection connection = DataSourceUtils.getConnection(source);
            try (var settings = connection.prepareStatement(
                    "select set_config('app.clinic', ?, true), set_config('app.account', ?, true), set_config('app.account_name', ?, true)")) {
                settings.setString(1, actor.clinic().toString());
                settings.setString(2, actor.account().toString());
                settings.setString(3, actor.name());
                settings.execute();
            } catch (SQLException broken) {
                throw new CannotCreateTransactionException("the database was not told who is acting", broken);
            } finally {
                DataSourceUtils.releaseConnection(connection, source);
            }
        });
    }
}
