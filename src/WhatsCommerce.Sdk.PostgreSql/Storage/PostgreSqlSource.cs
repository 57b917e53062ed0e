namespace WhatsCommerce.Webhooks;

/// <summary>The database that all stores of this package use: one for the app, whichever call registered it.</summary>
internal sealed class PostgreSqlSource(NpgsqlDataSource dataSource) : IDisposable
{
    public NpgsqlDataSource DataSource => dataSource;

    /// <summary>Gets the connections of the queue and of the claims, whose statements are frequent.</summary>
    public KeptConnections Kept { get; } = new(dataSource);

    public void Dispose() => Kept.Dispose();
}
