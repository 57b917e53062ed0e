namespace WhatsCommerce;

/// <summary>A statement with the values of its parameters, which are <c>$1</c>, <c>$2</c> and so on.</summary>
/// <remarks>The text must be the same for each call, so that it is prepared only once. The text must never contain values.</remarks>
public sealed class DatabaseStatement
{
    private readonly DatabaseValue[] _values;

    /// <summary>Initializes a statement.</summary>
    /// <param name="sql">A single statement.</param>
    /// <param name="values">The values of its parameters.</param>
    public DatabaseStatement(string sql, params ReadOnlySpan<DatabaseValue> values)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        Sql = sql;
        _values = values.ToArray();
    }

    /// <summary>Gets the text.</summary>
    public string Sql { get; }

    /// <summary>Gets the values of the parameters.</summary>
    public IReadOnlyList<DatabaseValue> Values => _values;

    /// <summary>
    /// Gets a value indicating whether a transaction is rolled back when the statement, an <c>insert</c>, <c>update</c> or <c>delete</c>
    /// without <c>returning</c>, changes no row. A violated key rolls every transaction back.
    /// </summary>
    public bool MustChange { get; init; }

    /// <summary>
    /// Gets a value indicating whether the statement must use indexes regardless of the size of its tables: for tables that are empty at
    /// one time and large later. PostgreSQL keeps the plan of a prepared statement, and a plan that was made for an empty table scans it
    /// sequentially, or reads and sorts all rows of which the statement needs the first ones. An <c>order by</c> must not need another
    /// index than the conditions beside it, which would be read whole.
    /// </summary>
    public bool PrefersIndexes { get; init; }

    /// <summary>Returns the text, without the values.</summary>
    public override string ToString() => Sql;
}
