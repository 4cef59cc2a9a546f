package dev.foundation.tracing.shop.orders.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Runs statements, in the current transaction if there is one. */
@ApplicationScoped
public class Sql {

    private final DataSource dataSource;

    Sql(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** @return how many rows it changed */
    public int update(String sql, Object... parameters) {
        return run(sql, statement -> {
            bind(statement, parameters);
            return statement.executeUpdate();
        });
    }

    /** Runs one statement for each of the rows, in one batch. */
    public void updateAll(String sql, List<Object[]> rows) {
        run(sql, statement -> {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    /** @return the rows, read one by one; not for large results */
    public <T> List<T> select(String sql, RowReader<T> reader, Object... parameters) {
        return run(sql, statement -> {
            bind(statement, parameters);
            return read(statement, reader);
        });
    }

    private <T> T run(String sql, StatementBody<T> body) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return body.run(statement);
        } catch (SQLException e) {
            throw new IllegalStateException("the orders database failed", e);
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++)
            statement.setObject(i + 1, parameters[i]);
    }

    private static <T> List<T> read(PreparedStatement statement, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (ResultSet row = statement.executeQuery()) {
            while (row.next())
                rows.add(reader.read(row));
        }
        return rows;
    }

    /** Makes a value of the row that the result stands on. */
    @FunctionalInterface
    public interface RowReader<T> {

        T read(ResultSet row) throws SQLException;
    }

    private interface StatementBody<T> {

        T run(PreparedStatement statement) throws SQLException;
    }
}
