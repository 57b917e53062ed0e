namespace WhatsCommerce.Testing;

/// <summary>Ids that nobody can guess, as the providers' are.</summary>
internal static class LocalIds
{
    private const string Letters = "0123456789abcdefghijklmnopqrstuvwxyz";
    private const string Capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static string Random(int length) => RandomNumberGenerator.GetString(Letters, length);

    public static string RandomCapitals(int length) => RandomNumberGenerator.GetString(Capitals, length);

    /// <summary>Whether a text is a secret; takes as long whatever the text is.</summary>
    public static bool IsSame(string? text, string secret) =>
        text is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(secret));
}
