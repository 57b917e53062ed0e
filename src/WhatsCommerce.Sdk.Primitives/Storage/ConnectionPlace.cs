using System.Data.Common;

namespace WhatsCommerce;

/// <summary>Where a database is, for messages.</summary>
internal static class ConnectionPlace
{
    private static readonly string[] Shown = ["Host", "Server", "Port", "Database", "Data Source", "Username"];

    /// <summary>Returns those parts of a connection string that say which database it is, and no other: they may be secret.</summary>
    /// <param name="connectionString">The connection string.</param>
    public static string Of(string connectionString)
    {
        DbConnectionStringBuilder parts = new() { ConnectionString = connectionString };
        return string.Join(';', Shown.Where(parts.ContainsKey).Select(key => $"{key}={parts[key] as string}"));
    }
}
