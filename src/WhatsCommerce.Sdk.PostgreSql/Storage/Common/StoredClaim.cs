namespace WhatsCommerce.Webhooks;

/// <summary>Rules for claims that apply to every database.</summary>
internal static class StoredClaim
{
    // For human readers of the tables; the key of a row is a hash.
    private const int ReadableLength = 300;
    private const int ErrorLength = 1000;

    public static string Readable(string name) => StoredText.ForReaders(name, ReadableLength);

    public static string Error(string error)
    {
        ArgumentNullException.ThrowIfNull(error);
        return StoredText.ForReaders(error, ErrorLength);
    }

    /// <exception cref="ArgumentOutOfRangeException">The lease is not longer than zero.</exception>
    public static void RequirePositive(TimeSpan lease)
    {
        if (lease <= TimeSpan.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(lease), lease, "A lease must be longer than zero.");
        }
    }

    /// <exception cref="ArgumentException">The claim was not granted.</exception>
    public static void RequireGranted(WebhookClaim claim)
    {
        if (claim.State != WebhookClaimState.Claimed)
        {
            throw new ArgumentException($"The claim was not granted ({claim.State}): there is nothing to settle.", nameof(claim));
        }
    }
}
