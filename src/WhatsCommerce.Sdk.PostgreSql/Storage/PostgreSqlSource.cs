using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>The database that all stores of this package use: one for the app, whichever call registered it.</summary>
internal sealed record PostgreSqlSource(NpgsqlDataSource DataSource);
