namespace WhatsCommerce.Webhooks;

/// <summary>Checks the connection string that an app passes.</summary>
internal static class ConnectionText
{
    /// <summary>Throws when it is missing, which is what a key of the configuration gives that does not exist.</summary>
    /// <exception cref="ArgumentException">It is missing or blank.</exception>
    public static void Require(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new ArgumentException(
                "The connection string is missing: does the configuration have the key that it was read from, such as "
                    + "ConnectionStrings:Shop (environment variable ConnectionStrings__Shop)?",
                nameof(connectionString));
        }
    }
}
