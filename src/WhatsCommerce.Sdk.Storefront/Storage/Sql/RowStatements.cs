namespace WhatsCommerce.Storefronts;

/// <summary>
/// The statements that write a row of one table: an insert of version 1, or an update from the version that was read to the next one.
/// </summary>
/// <remarks>The parameters are shop, id and version, followed by the columns.</remarks>
internal sealed class RowStatements
{
    private readonly string _insert;
    private readonly string _update;

    public RowStatements(WhatsCommerceDatabase database, string table, params string[] columns)
    {
        const int First = 4;
        string name = database.Table(table);
        string[] parameters = [.. columns.Select((column, i) => Parameter(database, column, First + i))];
        _insert = $"""
            insert into {name} (shop_id, id, version, {string.Join(", ", columns)})
            values ($1, $2, $3 + 1, {string.Join(", ", parameters)})
            """;
        _update = $"""
            update {name} set version = $3 + 1, {string.Join(", ", columns.Select((column, i) => $"{column} = {parameters[i]}"))}
            where shop_id = $1 and id = $2 and version = $3
            """;
        string customer = columns.Contains("customer") ? ", customer" : "";
        All = $"select version, data{customer} from {name} where shop_id = $1";
        Find = $"{All} and id = $2";
    }

    /// <summary>Gets the query of a shop's rows, to be continued with a condition.</summary>
    public string All { get; }

    /// <summary>Gets the query of a row.</summary>
    public string Find { get; }

    public DatabaseStatement Write(string shopId, string id, long version, params ReadOnlySpan<DatabaseValue> columns) =>
        new(version == 0 ? _insert : _update, [shopId, StoredWord.Clean(id), (long?)version, .. columns]) { MustChange = version > 0 };

    /// <summary>The reference to a parameter.</summary>
    private static string Parameter(WhatsCommerceDatabase database, string column, int number)
    {
        string parameter = $"${number.ToString(CultureInfo.InvariantCulture)}";
        return column == "data" && database.Dialect == DatabaseDialect.PostgreSql ? $"{parameter}::json" : parameter;
    }
}
