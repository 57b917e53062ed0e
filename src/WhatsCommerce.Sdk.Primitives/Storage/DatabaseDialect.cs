namespace WhatsCommerce;

/// <summary>The SQL that a database speaks.</summary>
public enum DatabaseDialect
{
    /// <summary>PostgreSQL.</summary>
    PostgreSql,

    /// <summary>SQLite.</summary>
    Sqlite,
}
