namespace WhatsCommerce;

/// <summary>The SQL dialect of a database.</summary>
public enum DatabaseDialect
{
    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>SQLite.</summary>
    Sqlite,
}
