namespace WhatsCommerce.Storefronts;

/// <summary>The 24-hour windows of admins, by admin and business number.</summary>
/// <remarks>An unknown window counts as closed, which costs a template but loses no notification.</remarks>
internal sealed class AdminWindows(TimeProvider time, IAdminWindowStore store)
{
    // A margin for clock skew and for the delivery of the message.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    public static string? LineOf(Recipient address) =>
        address.Kind == RecipientKind.PhoneNumber ? PhoneNumber.LineOf(address.Value) : null;

    public Task ReceiveAsync(MessageEvent message, CancellationToken cancellationToken) =>
        LineOf(message.Customer.ToRecipient()) is string line && message.ServiceWindowEndsAt is DateTimeOffset endsAt
            ? store.ExtendAsync(KeyOf(line), message.PhoneNumberId, endsAt, cancellationToken)
            : Task.CompletedTask;

    /// <summary>Whether a business number may write to an admin.</summary>
    public async Task<bool> IsOpenAsync(Recipient admin, PhoneNumberId from, CancellationToken cancellationToken) =>
        LineOf(admin) is string line
        && await store.FindAsync(KeyOf(line), from, cancellationToken).ConfigureAwait(false) is DateTimeOffset endsAt
        && time.GetUtcNow() < endsAt - Margin;

    // Hashed, so that no table contains the phone number.
    private static string KeyOf(string line) => SendKey.HashOf("admin", line);
}
