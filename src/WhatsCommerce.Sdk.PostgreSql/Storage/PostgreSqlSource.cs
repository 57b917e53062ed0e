using Npgsql;

namespace WhatsCommerce.Webhooks;

/// <summary>The database that everything of this package is kept in: one for the app, whoever named it.</summary>
internal sealed record PostgreSqlSource(NpgsqlDataSource DataSource);
