using System.Data.Common;

namespace WhatsCommerce;

/// <summary>Describes the location of a database in messages.</summary>
internal static class ConnectionPlace
{
    private static readonly string[] Shown = ["Host", "Server", "Port", "Database", "Data Source", "Username"];

    /// <summary>Returns only the parts of a connection string that identify the database, because others may be secret.</summary>
    /// <param name="connectionString">The connection string.</param>
    public static string Of(string connectionString)
    {
        DbConnectionStringBuilder parts = new() { ConnectionString = connectionString };
        return string.Join(';', Shown.Where(parts.ContainsKey).Select(key => $"{key}={parts[key] as string}"));
    }
}
