namespace WhatsCommerce.Webhooks;

/// <summary>Checks the connection string that an app passes.</summary>
internal static class ConnectionText
{
    /// <summary>Parses the connection string.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="connectionString">The connection string; null when the configuration key does not exist.</param>
    /// <param name="read">Parses it, and throws when it is invalid.</param>
    /// <param name="example">A valid connection string, for the message.</param>
    /// <returns>The result of <paramref name="read"/>.</returns>
    /// <exception cref="ArgumentException">It is missing or invalid. The message contains no part of it.</exception>
    public static T Read<T>(string? connectionString, Func<string, T> read, string example)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new ArgumentException(
                "The connection string is missing: does the configuration have the key that it was read from, such as "
                    + "ConnectionStrings:Shop (environment variable ConnectionStrings__Shop)?",
                nameof(connectionString));
        }

        try
        {
            return read(connectionString);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            string found = connectionString.Contains('=', StringComparison.Ordinal)
                ? "a key or a value of it is unknown; a value that has ; or = is written in quotes"
                : connectionString.Contains("://", StringComparison.Ordinal)
                    ? "it is an address"
                    : "it has no =; a name of the configuration is passed as configuration.GetConnectionString(name)";
#pragma warning disable MA0054 // The message of the inner exception may show a part of a password.
            throw new ArgumentException(
                $"The connection string cannot be read: {found}. It must be like \"{example}\".", nameof(connectionString));
#pragma warning restore MA0054
        }
    }
}
