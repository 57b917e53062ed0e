namespace WhatsCommerce.Storefronts;

/// <summary>Until when admins can be sent messages that are no templates: to which business number they wrote, and when.</summary>
/// <remarks>What is not known counts as over, which costs a template and loses no notice.</remarks>
internal sealed class AdminWindows(TimeProvider time, IAdminWindowStore store)
{
    // For clocks that differ, and for the way of the message.
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

    // No table needs to hold the number itself.
    private static string KeyOf(string line) => SendKey.HashOf("admin", line);
}
